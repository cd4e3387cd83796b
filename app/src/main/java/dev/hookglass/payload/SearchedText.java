package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A text as a search compares it: all of its characters, in lower case as far as a character has one. It comes in portions, so
 * that a body of many megabytes is never in memory as characters. Works on one text at a time.
 *
 * <p>Bytes are read in the charset that is declared, else as UTF-8, and where they are no UTF-8, each as the character that it
 * is in ISO-8859-1; so whatever was sent can be found, be it declared or not.
 */
public final class SearchedText {
    private static final int PORTION = 8 << 10;
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.toLowerCase(c);
        }
    }

    private final Portions taker;
    private final int overlap;
    private final char[] chars;
    private int count;
    private boolean wanted = true;

    private SearchedText(Portions taker, int overlap) {
        this.taker = taker;
        this.overlap = overlap;
        this.chars = new char[PORTION + overlap];
    }

    /** Takes the portions of a text. */
    @FunctionalInterface
    public interface Portions {
        /**
         * Takes one.
         *
         * @param chars used again afterwards
         * @return whether more is wanted
         */
        boolean take(char[] chars, int count);
    }

    /** A text as it is compared. */
    public static String folded(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = fold(chars[i]);
        }
        return new String(chars);
    }

    private static char fold(char c) {
        return c < ASCII.length ? ASCII[c] : Character.toLowerCase(Character.toUpperCase(c));
    }

    /**
     * Reads the head of a request and then its body, which is decoded where a content encoding can be undone.
     *
     * @param overlap with how many characters of a portion the next one begins; none from the head are in the body
     */
    public static void read(Bytes head, Bytes body, int overlap, Portions taker) {
        if (!readAll(head, StandardCharsets.UTF_8, overlap, taker) || body.isEmpty()) {
            return;
        }
        List<Header> headers = RequestHead.parse(head).headers();
        Bytes decoded = ContentDecoding.undo(body, Decoded.values(headers, "Content-Encoding")).bytes();
        readAll(decoded, charset(headers), overlap, taker);
    }

    private static Charset charset(List<Header> headers) {
        try {
            Optional<Charset> declared = MediaType.of(headers).charset().map(Charset::forName);
            return declared.orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean readAll(Bytes bytes, Charset charset, int overlap, Portions taker) {
        SearchedText text = new SearchedText(taker, overlap);
        if (charset.equals(StandardCharsets.UTF_8)) {
            text.readUtf8(bytes.array());
        } else {
            text.readOther(bytes, charset);
        }
        text.hand();
        return text.wanted;
    }

    private void readUtf8(byte[] bytes) {
        for (int i = 0; i < bytes.length && wanted;) {
            int b = bytes[i];
            if (b >= 0) {
                add(ASCII[b]);
                i++;
                continue;
            }
            int length = Utf8.sequence(bytes, i);
            if (length == 0) {
                add(fold((char) (b & 0xFF)));
                i++;
            } else {
                new String(bytes, i, length, StandardCharsets.UTF_8).chars().forEach(c -> add(fold((char) c)));
                i += length;
            }
        }
    }

    private void readOther(Bytes bytes, Charset charset) {
        char[] read = new char[PORTION];
        try (Reader reader = new InputStreamReader(bytes.stream(), charset)) {
            for (int n = reader.read(read); n >= 0 && wanted; n = reader.read(read)) {
                for (int i = 0; i < n; i++) {
                    add(fold(read[i]));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private void add(char c) {
        if (count == chars.length) {
            hand();
            System.arraycopy(chars, count - overlap, chars, 0, overlap);
            count = overlap;
        }
        chars[count++] = c;
    }

    private void hand() {
        wanted = wanted && taker.take(chars, count);
    }

    /** What is well-formed in UTF-8 (RFC 3629 §4). */
    private static final class Utf8 {
        private Utf8() {}

        /** The length of the sequence of several bytes that begins at an index; 0 if none does. */
        static int sequence(byte[] bytes, int at) {
            int first = bytes[at] & 0xFF;
            int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
            if (length == 0 || at + length > bytes.length || !isSecond(first, bytes[at + 1] & 0xFF)) {
                return 0;
            }
            for (int i = at + 2; i < at + length; i++) {
                if ((bytes[i] & 0xC0) != 0x80) {
                    return 0;
                }
            }
            return length;
        }

        private static boolean isSecond(int first, int second) {
            return switch (first) {
                case 0xE0 -> second >= 0xA0 && second <= 0xBF;
                case 0xED -> second >= 0x80 && second <= 0x9F;
                case 0xF0 -> second >= 0x90 && second <= 0xBF;
                case 0xF4 -> second >= 0x80 && second <= 0x8F;
                default -> second >= 0x80 && second <= 0xBF;
            };
        }
    }
}
