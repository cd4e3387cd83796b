package dev.hookglass.search;

import dev.hookglass.store.TextIndex;
import dev.hookglass.store.TextIndexException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** The events that have all grams of some texts, at the moment of a snapshot. */
final class IndexLook implements TextIndex.Look {
    private static final int FIRST_WINDOW = 4 << 10;
    private static final int MOST_WINDOW = 256 << 10;

    private final Snapshot snapshot;
    private final int[] codes;

    /**
     * Looks for what has all of some codes.
     *
     * @param snapshot let go when this is closed
     */
    IndexLook(Snapshot snapshot, int[] codes) {
        this.snapshot = snapshot;
        this.codes = codes;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T checked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            // Lucene throws any of these where a file is not what it wrote.
            throw new TextIndexException(e);
        }
    }

    @Override
    public long reached() {
        return snapshot.reached();
    }

    @Override
    public boolean exceeds(int number) {
        return checked(() -> {
            int found = 0;
            for (Segment segment : snapshot.segments().reversed()) {
                Found documents = new Found(segment, 0);
                while (documents.next(segment.size())) {
                    if (++found > number) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Override
    public long[] older(long before, int limit) {
        return checked(() -> {
            Ids ids = new Ids(limit);
            for (Segment segment : snapshot.segments().reversed()) {
                if (segment.firstId() < before && !ids.isFull()) {
                    addBackwards(segment, segment.documentFrom(before), ids);
                }
            }
            return ids.toArray();
        });
    }

    /** Window by window, since Lucene goes forward only and the newest are asked for. */
    private void addBackwards(Segment segment, int end, Ids ids) throws IOException {
        int window = FIRST_WINDOW;
        int until = end;
        while (until > 0 && !ids.isFull()) {
            int start = Math.max(0, until - window);
            Found documents = new Found(segment, start);
            if (documents.isNone()) {
                return;
            }
            LongStream.Builder found = LongStream.builder();
            while (documents.next(until)) {
                found.add(documents.id());
            }
            long[] rising = found.build().toArray();
            for (int i = rising.length - 1; i >= 0 && !ids.isFull(); i--) {
                ids.add(rising[i]);
            }
            until = start;
            window = Math.min(MOST_WINDOW, 2 * window);
        }
    }

    @Override
    public long[] newer(long after, int limit) {
        return checked(() -> {
            Ids ids = new Ids(limit);
            for (Segment segment : snapshot.segments()) {
                if (segment.lastId() > after && !ids.isFull()) {
                    Found documents = new Found(segment, segment.documentFrom(after + 1));
                    while (!ids.isFull() && documents.next(segment.size())) {
                        ids.add(documents.id());
                    }
                }
            }
            return ids.toArray();
        });
    }

    @Override
    public long[] among(long[] rising) {
        return checked(() -> {
            LongStream.Builder found = LongStream.builder();
            for (Segment segment : snapshot.segments()) {
                int from = indexFrom(rising, segment.firstId());
                int to = indexFrom(rising, segment.lastId() + 1);
                if (from < to) {
                    addAmong(segment, Arrays.copyOfRange(rising, from, to), found);
                }
            }
            return found.build().toArray();
        });
    }

    private static int indexFrom(long[] rising, long id) {
        int at = Arrays.binarySearch(rising, id);
        return at < 0 ? -at - 1 : at;
    }

    private void addAmong(Segment segment, long[] rising, LongStream.Builder found) throws IOException {
        Found documents = new Found(segment, segment.documentFrom(rising[0]));
        int end = segment.documentFrom(rising[rising.length - 1] + 1);
        int at = 0;
        while (at < rising.length && documents.next(end)) {
            long id = documents.id();
            while (at < rising.length && rising[at] < id) {
                at++;
            }
            if (at < rising.length && rising[at] == id) {
                found.add(id);
            }
        }
    }

    @Override
    public void close() {
        snapshot.release();
    }

    /** The documents of a segment that are found, one after the other. */
    private final class Found {
        private final Segment segment;
        private final Optional<DocIdSetIterator> documents;
        private final NumericDocValues ids;
        private int next;

        Found(Segment segment, int from) throws IOException {
            this.segment = segment;
            this.documents = segment.having(codes);
            this.ids = segment.ids();
            this.next = from;
        }

        boolean isNone() {
            return documents.isEmpty();
        }

        /** Goes to the next one, if it is before an end. */
        boolean next(int end) throws IOException {
            while (documents.isPresent() && next < end) {
                int document = documents.get().advance(next);
                next = document == DocIdSetIterator.NO_MORE_DOCS ? document : document + 1;
                if (document < end && segment.isLive(document)) {
                    return true;
                }
            }
            return false;
        }

        long id() throws IOException {
            return Segment.id(ids, next - 1);
        }
    }

    /** Ids up to a limit. */
    private static final class Ids {
        private final long[] ids;
        private int count;

        Ids(int limit) {
            ids = new long[limit];
        }

        boolean isFull() {
            return count == ids.length;
        }

        void add(long id) {
            ids[count++] = id;
        }

        long[] toArray() {
            return Arrays.copyOf(ids, count);
        }
    }
}
