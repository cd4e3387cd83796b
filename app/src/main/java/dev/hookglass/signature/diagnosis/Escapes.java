package dev.hookglass.signature.diagnosis;

import java.util.function.IntPredicate;

/** The escapes in JSON strings, which libraries write differently for the same text. */
enum Escapes {
    /** As PHP does. */
    SLASHES("with “\\/” for each slash"),
    /** As all but PHP do. */
    PLAIN_SLASHES("with “/” for each slash"),
    /** As Python and PHP do: {@code ä} is {@code \}{@code u00e4}. */
    ASCII("with \\u escapes for all that is not ASCII"),
    /** The same with upper-case digits. */
    UPPER_ASCII("with \\u escapes in upper case for all that is not ASCII"),
    /** As JavaScript and Java do. */
    PLAIN("with plain characters instead of \\u escapes"),
    /** As Go does. */
    HTML("with \\u escapes for “<”, “>” and “&”"),
    /** As .NET does, by far the most careful: what HTML could read otherwise, and all that is not ASCII. */
    NET("with \\u escapes for “<”, “>”, “&”, “'”, “+” and all that is not ASCII");

    private static final char[] LOWER = "0123456789abcdef".toCharArray();
    private static final char[] UPPER = "0123456789ABCDEF".toCharArray();

    private final String words;

    Escapes(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The text with its escapes written so. */
    byte[] write(byte[] json) {
        return switch (this) {
            case SLASHES -> slashes(json);
            case PLAIN_SLASHES -> plainSlashes(json);
            case ASCII -> escaped(json, LOWER, character -> character > '~');
            case UPPER_ASCII -> escaped(json, UPPER, character -> character > '~');
            case PLAIN -> plain(json);
            case HTML -> escaped(json, LOWER, character -> "<>&\u2028\u2029".indexOf(character) >= 0);
            case NET -> escaped(json, UPPER, character -> character > '~' || "<>&'+`".indexOf(character) >= 0);
        };
    }

    private static byte[] slashes(byte[] json) {
        ByteText out = new ByteText(json.length + json.length / 16);
        int copied = 0;
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\\') {
                i++;
            } else if (json[i] == '/') {
                out.add(json, copied, i).add('\\');
                copied = i;
            }
        }
        return copied == 0 ? json : out.add(json, copied, json.length).toArray();
    }

    private static byte[] plainSlashes(byte[] json) {
        ByteText out = new ByteText(json.length);
        int copied = 0;
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\\') {
                if (i + 1 < json.length && json[i + 1] == '/') {
                    out.add(json, copied, i);
                    copied = i + 1;
                }
                i++;
            }
        }
        return copied == 0 ? json : out.add(json, copied, json.length).toArray();
    }

    /** @param which the characters to escape */
    private static byte[] escaped(byte[] json, char[] digits, IntPredicate which) {
        // Most characters are ASCII and stay, in texts of megabytes: they are looked up.
        boolean[] stays = new boolean[Byte.MAX_VALUE + 1];
        for (int character = 0; character < stays.length; character++) {
            stays[character] = !which.test(character);
        }
        ByteText out = new ByteText(json.length + json.length / 8);
        int copied = 0;
        int i = 0;
        while (i < json.length) {
            if (json[i] >= 0 && stays[json[i]]) {
                i++;
                continue;
            }
            int length = json[i] >= 0 ? 1 : Utf8.length(json, i);
            int character = length == 1 ? json[i] : Utf8.at(json, i, length);
            if (which.test(character)) {
                out.add(json, copied, i);
                copied = i + length;
                if (character < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                    escape(out, character, digits);
                } else {
                    escape(out, Character.highSurrogate(character), digits);
                    escape(out, Character.lowSurrogate(character), digits);
                }
            }
            i += length;
        }
        return copied == 0 ? json : out.add(json, copied, json.length).toArray();
    }

    private static void escape(ByteText out, int unit, char[] digits) {
        out.add('\\').add('u').add(digits[unit >> 12]).add(digits[unit >> 8 & 15]).add(digits[unit >> 4 & 15])
                .add(digits[unit & 15]);
    }

    private static byte[] plain(byte[] json) {
        ByteText out = new ByteText(json.length);
        int copied = 0;
        int i = 0;
        while (i < json.length) {
            if (json[i] != '\\') {
                i++;
                continue;
            }
            int unit = unit(json, i);
            int next = unit >= 0 && Character.isHighSurrogate((char) unit) ? unit(json, i + 6) : -1;
            if (next >= 0 && Character.isLowSurrogate((char) next)) {
                Utf8.add(out.add(json, copied, i), Character.toCodePoint((char) unit, (char) next));
                i += 12;
                copied = i;
            } else if (unit >= ' ' && unit != '"' && unit != '\\' && !Character.isSurrogate((char) unit)) {
                Utf8.add(out.add(json, copied, i), unit);
                i += 6;
                copied = i;
            } else {
                i += 2;
            }
        }
        return copied == 0 ? json : out.add(json, copied, json.length).toArray();
    }

    /** The UTF-16 unit that is escaped here, or -1. */
    private static int unit(byte[] json, int at) {
        if (at + 6 > json.length || json[at] != '\\' || json[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = 16 * unit + digit;
        }
        return unit;
    }
}
