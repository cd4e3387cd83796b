package dev.hookglass.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** A part of the index, whose documents are in the order of their events' ids. */
final class Segment {
    /** More of them make the finding slower and no better. */
    private static final int MOST_GRAMS = 12;

    private final LeafReader reader;
    private final long firstId;
    private final long lastId;

    private Segment(LeafReader reader, long firstId, long lastId) {
        this.reader = reader;
        this.firstId = firstId;
        this.lastId = lastId;
    }

    static Segment of(LeafReader reader) throws IOException {
        Segment unknown = new Segment(reader, 0, 0);
        return new Segment(reader, unknown.id(0), unknown.id(reader.maxDoc() - 1));
    }

    long firstId() {
        return firstId;
    }

    long lastId() {
        return lastId;
    }

    int size() {
        return reader.maxDoc();
    }

    /** The first document whose event has an id from that one on; {@link #size()} if there is none. */
    int documentFrom(long id) throws IOException {
        if (id <= firstId) {
            return 0;
        }
        int low = 0;
        int high = reader.maxDoc();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (id(middle) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** An event's id. Asked for in any order, which Lucene's iterators do not allow. */
    private long id(int document) throws IOException {
        return id(ids(), document);
    }

    /** The ids of its events in the order of documents, so many in each list. */
    List<List<Long>> ids(int many) throws IOException {
        List<List<Long>> lists = new ArrayList<>();
        NumericDocValues ids = ids();
        for (int document = 0; document < size(); document++) {
            if (document % many == 0) {
                lists.add(new ArrayList<>());
            }
            if (isLive(document)) {
                lists.getLast().add(id(ids, document));
            }
        }
        return lists;
    }

    NumericDocValues ids() throws IOException {
        return DocValues.getNumeric(reader, IndexFiles.ID);
    }

    static long id(NumericDocValues ids, int document) throws IOException {
        if (!ids.advanceExact(document)) {
            throw new IOException("Document " + document + " has no id");
        }
        return ids.longValue();
    }

    /** The documents that have all of some grams, deleted ones as well; empty if there cannot be any. */
    Optional<DocIdSetIterator> having(int[] codes) throws IOException {
        Terms terms = reader.terms(IndexFiles.GRAMS);
        if (terms == null) {
            return Optional.empty();
        }
        TermsEnum each = terms.iterator();
        BytesRef term = new BytesRef(new byte[3]);
        long[] rarest = new long[codes.length];
        for (int i = 0; i < codes.length; i++) {
            GramStream.write(codes[i], term);
            if (!each.seekExact(term)) {
                return Optional.empty();
            }
            rarest[i] = (long) each.docFreq() << 32 | codes[i];
        }
        Arrays.sort(rarest);
        List<DocIdSetIterator> iterators = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_GRAMS, rarest.length); i++) {
            GramStream.write((int) rarest[i], term);
            each.seekExact(term);
            iterators.add(each.postings(null, PostingsEnum.NONE));
        }
        return Optional.of(iterators.size() == 1
                ? iterators.getFirst()
                : ConjunctionUtils.intersectIterators(iterators));
    }

    /** Whether a document is not deleted. */
    boolean isLive(int document) {
        Bits live = reader.getLiveDocs();
        return live == null || live.get(document);
    }
}
