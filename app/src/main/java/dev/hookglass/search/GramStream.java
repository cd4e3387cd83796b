package dev.hookglass.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** The grams of a text as Lucene takes them, each in three bytes. */
final class GramStream extends TokenStream {
    private final Grams grams;
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final BytesRef bytes = new BytesRef(new byte[3]);
    private int next;

    GramStream(Grams grams) {
        this.grams = grams;
    }

    @Override
    public void reset() {
        // The end of the text before left its mark.
        clearAttributes();
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == grams.count()) {
            return false;
        }
        write(grams.code(next++), bytes);
        term.setBytesRef(bytes);
        return true;
    }

    /** Writes a gram's term. */
    static void write(int code, BytesRef into) {
        into.bytes[0] = (byte) (code >>> 16);
        into.bytes[1] = (byte) (code >>> 8);
        into.bytes[2] = (byte) code;
        into.length = 3;
    }
}
