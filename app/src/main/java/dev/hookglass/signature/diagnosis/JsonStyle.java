package dev.hookglass.signature.diagnosis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a library lays JSON out. Only white space between the parts differs; numbers and strings stay byte for byte.
 *
 * @param words what such a text looks like
 * @param comma what follows an item that is not the last
 * @param colon what stands between a name and its value
 * @param indent how deeper levels are set in; empty for everything on one line
 * @param inlineArrays whether arrays stand on one line, {@code [ 1, 2 ]}, as Jackson writes them
 */
record JsonStyle(String words, String comma, String colon, String indent, boolean inlineArrays) {
    static final JsonStyle COMPACT = new JsonStyle("without white space between its parts", ",", ":", "", false);
    static final JsonStyle SPACED = new JsonStyle("with one space after each “:” and “,”", ", ", ": ", "", false);
    static final JsonStyle TWO_SPACES = new JsonStyle("on several lines, set in by two spaces", ",", ": ", "  ", false);
    static final JsonStyle FOUR_SPACES = new JsonStyle("on several lines, set in by four spaces", ",", ": ", "    ",
            false);
    static final JsonStyle TABS = new JsonStyle("on several lines, set in by tabs", ",", ": ", "\t", false);
    static final JsonStyle JACKSON = new JsonStyle("as Jackson's pretty printer lays it out", ",", " : ", "  ", true);

    /** More is not laid out: the indents alone would be larger than the text. */
    private static final int MOST_DEPTH = 200;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final boolean[] MARKS = new boolean[Byte.MAX_VALUE + 1];

    static {
        "\" \t\r\n{}[],:".chars().forEach(mark -> MARKS[mark] = true);
    }

    /** The text laid out so; what is not JSON comes out as anything, which then does not match. */
    byte[] write(byte[] json) {
        ByteText out = new ByteText(json.length + (indent.isEmpty() ? json.length / 8 : json.length / 2));
        byte[] breaks = ("\n" + indent.repeat(MOST_DEPTH)).getBytes(StandardCharsets.US_ASCII);
        byte[] commas = comma.getBytes(StandardCharsets.US_ASCII);
        byte[] colons = colon.getBytes(StandardCharsets.US_ASCII);
        boolean[] isInline = new boolean[MOST_DEPTH + 1];
        int depth = 0;
        int level = 0;
        // What stays as it is, from here on, is copied in one piece when something has to be put between.
        int kept = 0;
        int i = 0;
        while (i < json.length) {
            byte b = json[i];
            if (!isMark(b)) {
                i++;
                continue;
            }
            switch (b) {
                case '"' -> i = endOfString(json, i);
                case ' ', '\t', '\r', '\n' -> {
                    out.add(json, kept, i);
                    i = skipSpace(json, i);
                    kept = i;
                }
                case '{', '[' -> {
                    i++;
                    if (indent.isEmpty()) {
                        continue;
                    }
                    out.add(json, kept, i);
                    int next = skipSpace(json, i);
                    kept = i;
                    if (next < json.length && json[next] == (b == '{' ? '}' : ']')) {
                        out.add(inlineArrays ? " " : "").add(json[next]);
                        i = next + 1;
                        kept = i;
                    } else if (depth == MOST_DEPTH) {
                        return json;
                    } else {
                        isInline[++depth] = inlineArrays && b == '[';
                        level += isInline[depth] ? 0 : 1;
                        newLine(out, breaks, isInline[depth] ? -1 : level);
                    }
                }
                case '}', ']' -> {
                    boolean inline = isInline[depth];
                    level -= inline || depth == 0 ? 0 : 1;
                    depth = Math.max(0, depth - 1);
                    if (inline || !indent.isEmpty()) {
                        newLine(out.add(json, kept, i), breaks, inline ? -1 : level);
                        kept = i;
                    }
                    i++;
                }
                default -> {
                    byte[] mark = b == ':' ? colons : commas;
                    if (mark.length > 1 || b == ',' && !indent.isEmpty()) {
                        out.add(json, kept, i).add(mark, 0, mark.length);
                        kept = i + 1;
                        if (b == ',') {
                            newLine(out, breaks, isInline[depth] ? -1 : level);
                        }
                    }
                    i++;
                }
            }
        }
        return out.add(json, kept, json.length).toArray();
    }

    private static boolean isMark(byte b) {
        return b >= 0 && MARKS[b];
    }

    /** @param level -1 for a space instead */
    private void newLine(ByteText out, byte[] breaks, int level) {
        if (level < 0) {
            out.add(' ');
        } else if (!indent.isEmpty()) {
            out.add(breaks, 0, 1 + level * indent.length());
        }
    }

    /** The place after a string that begins here. Eight bytes are looked at in one, since most of a body is strings. */
    static int endOfString(byte[] json, int start) {
        int i = start + 1;
        while (i < json.length) {
            while (i + Long.BYTES <= json.length && !hasQuoteOrBackslash((long) LONGS.get(json, i))) {
                i += Long.BYTES;
            }
            int end = Math.min(json.length, i + Long.BYTES);
            for (; i < end; i++) {
                if (json[i] == '\\') {
                    i++;
                } else if (json[i] == '"') {
                    return i + 1;
                }
            }
        }
        return json.length;
    }

    /** Whether one of its bytes is zero once the one that is sought is taken off (Warren, Hacker's Delight, §6-1). */
    private static boolean hasQuoteOrBackslash(long bytes) {
        long quotes = bytes ^ EACH * '"';
        long backslashes = bytes ^ EACH * '\\';
        return ((quotes - EACH & ~quotes | backslashes - EACH & ~backslashes) & EACH << 7) != 0;
    }

    static int skipSpace(byte[] json, int start) {
        int i = start;
        while (i < json.length && (json[i] == ' ' || json[i] == '\t' || json[i] == '\r' || json[i] == '\n')) {
            i++;
        }
        return i;
    }

    /** Whether a body begins as an object or array does. */
    static boolean isJson(byte[] body) {
        int start = skipSpace(body, 0);
        return start < body.length && (body[start] == '{' || body[start] == '[');
    }
}
