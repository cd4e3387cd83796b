package dev.hookglass.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The index as it was at one moment. In the beginning whoever made it holds it; its files go once nobody does.
 *
 * @param reached it has the events up to this id
 * @param segments in the order of their events
 */
record Snapshot(DirectoryReader reader, long reached, List<Segment> segments) {
    /**
     * Takes a reader over.
     *
     * @throws IOException if the segments are not in the order of their events
     */
    static Snapshot of(DirectoryReader reader, long reached) throws IOException {
        List<Segment> segments = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (LeafReaderContext leaf : reader.leaves()) {
            Segment segment = Segment.of(leaf.reader());
            if (segment.firstId() <= last || segment.lastId() < segment.firstId()) {
                throw new IOException("The events in the search index are not in order");
            }
            last = segment.lastId();
            segments.add(segment);
        }
        return new Snapshot(reader, reached, List.copyOf(segments));
    }

    /** Holds it; false if it has gone. */
    boolean hold() {
        return reader.tryIncRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new IllegalStateException("A search index could not be closed", e);
        }
    }
}
