package dev.hookglass.search;

import dev.hookglass.event.Bytes;
import dev.hookglass.payload.SearchedText;
import java.util.Arrays;

/**
 * The sequences of one, two and three characters that occur in a text, each as a number below {@value #CODES}. Others may
 * have the same number; what an index of them finds is tested anyway, and so it stays small whatever is sent, and has no text
 * in it. Used for one text after another, by one thread.
 */
final class Grams {
    static final int LENGTH = 3;
    private static final int BITS = 18;
    static final int CODES = 1 << BITS;

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
    }

    /** What events that hold a text have: its longest sequences. */
    static int[] of(String text) {
        Grams grams = new Grams();
        int length = Math.min(LENGTH, text.length());
        for (int i = 0; i + length <= text.length(); i++) {
            grams.add(switch (length) {
                case 1 -> code(text.charAt(i));
                case 2 -> code(text.charAt(i), text.charAt(i + 1));
                default -> code(text.charAt(i), text.charAt(i + 1), text.charAt(i + 2));
            });
        }
        return Arrays.copyOf(grams.codes, grams.count);
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
        return mix(a * 0x9E3779B1 + 1);
    }

    private static int code(char a, char b) {
        return mix(a * 0x9E3779B1 + b * 0x85EBCA77 + 2);
    }

    private static int code(char a, char b, char c) {
        return mix(a * 0x9E3779B1 + b * 0x85EBCA77 + c * 0xC2B2AE3D + 3);
    }

    private static int mix(int sum) {
        int mixed = (sum ^ sum >>> 15) * 0x2C1B3C6D;
        mixed = (mixed ^ mixed >>> 12) * 0x297A2D39;
        return (mixed ^ mixed >>> 15) & CODES - 1;
    }
}
