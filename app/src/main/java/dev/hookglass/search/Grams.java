package dev.hookglass.search;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.payload.SearchedText;
import java.util.Arrays;
import java.util.List;

/**
 * The sequences of one, two and three characters that occur in a text, each as a number below {@value #CODES}. Of the usual
 * characters of ASCII each has a number of its own; beyond them several share one, since what an index of them finds is tested
 * anyway, and so it stays small whatever is sent. And headers with their values. Used for one text after another, by one thread.
 */
final class Grams {
    static final int LENGTH = 3;
    /** Characters that are told from each other; any other one of ASCII is at place 0. */
    private static final String USUAL = "abcdefghijklmnopqrstuvwxyz0123456789 \"':,.;-_/\\@&=?%+#(){}[]<>\n";
    private static final int PLACE_BITS = 6;
    private static final int[] PLACES = new int[128];

    static {
        for (int i = 0; i < USUAL.length(); i++) {
            PLACES[USUAL.charAt(i)] = i + 1;
        }
    }

    /** From here on those of one and two characters. */
    private static final int SHORT = 1 << 3 * PLACE_BITS;
    /** From here on those with other characters than ASCII. */
    private static final int OTHERS = SHORT + (1 << 2 * PLACE_BITS) + (1 << PLACE_BITS);
    private static final int OTHERS_COUNT = 1 << 18;
    /** From here on headers with their values. */
    private static final int HEADERS = OTHERS + OTHERS_COUNT;
    private static final int HEADERS_COUNT = 1 << 20;
    static final int CODES = HEADERS + HEADERS_COUNT;

    private final long[] present = new long[CODES / Long.SIZE];
    private int[] codes = new int[1_024];
    private int count;

    /** Takes those of a request in place of the ones before. */
    void of(Bytes head, Bytes body) {
        clear();
        SearchedText.read(head, body, LENGTH - 1, (chars, length) -> {
            addAll(chars, length);
            return true;
        });
        RequestHead.parse(head).headers().forEach(this::add);
    }

    /** What events have that hold some texts and headers: of each text its longest sequences. */
    static int[] of(List<String> texts, List<Header> headers) {
        Grams grams = new Grams();
        texts.forEach(grams::addLongest);
        headers.forEach(grams::add);
        return Arrays.copyOf(grams.codes, grams.count);
    }

    private void addLongest(String text) {
        int length = Math.min(LENGTH, text.length());
        for (int i = 0; i + length <= text.length(); i++) {
            add(switch (length) {
                case 1 -> code(text.charAt(i));
                case 2 -> code(text.charAt(i), text.charAt(i + 1));
                default -> code(text.charAt(i), text.charAt(i + 1), text.charAt(i + 2));
            });
        }
    }

    private void add(Header header) {
        add(HEADERS
                + (mixed(SearchedText.folded(header.name() + ':' + header.value()).hashCode()) & HEADERS_COUNT - 1));
    }

    private void clear() {
        for (int i = 0; i < count; i++) {
            present[codes[i] >>> 6] = 0;
        }
        count = 0;
    }

    private void addAll(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            add(code(chars[i]));
            if (i + 1 < length) {
                add(code(chars[i], chars[i + 1]));
            }
            if (i + 2 < length) {
                add(code(chars[i], chars[i + 1], chars[i + 2]));
            }
        }
    }

    private void add(int code) {
        long bit = 1L << code;
        if ((present[code >>> 6] & bit) == 0) {
            present[code >>> 6] |= bit;
            if (count == codes.length) {
                codes = Arrays.copyOf(codes, 2 * count);
            }
            codes[count++] = code;
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    int code(int index) {
        return codes[index];
    }

    private static int code(char a) {
        return a < PLACES.length ? SHORT + (1 << 2 * PLACE_BITS) + PLACES[a] : hashed(a * 0x9E3779B1 + 1);
    }

    private static int code(char a, char b) {
        return (a | b) < PLACES.length
                ? SHORT + (PLACES[a] << PLACE_BITS | PLACES[b])
                : hashed(a * 0x9E3779B1 + b * 0x85EBCA77 + 2);
    }

    private static int code(char a, char b, char c) {
        return (a | b | c) < PLACES.length
                ? (PLACES[a] << PLACE_BITS | PLACES[b]) << PLACE_BITS | PLACES[c]
                : hashed(a * 0x9E3779B1 + b * 0x85EBCA77 + c * 0xC2B2AE3D + 3);
    }

    private static int hashed(int sum) {
        return OTHERS + (mixed(sum) & OTHERS_COUNT - 1);
    }

    private static int mixed(int sum) {
        int mixed = (sum ^ sum >>> 15) * 0x2C1B3C6D;
        mixed = (mixed ^ mixed >>> 12) * 0x297A2D39;
        return mixed ^ mixed >>> 15;
    }
}
