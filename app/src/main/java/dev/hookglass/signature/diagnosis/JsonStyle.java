package dev.hookglass.signature.diagnosis;

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

    /** The text laid out so; what is not JSON comes out as anything, which then does not match. */
    byte[] write(byte[] json) {
        ByteText out = new ByteText(json.length + (indent.isEmpty() ? json.length / 8 : json.length / 2));
        boolean[] isInline = new boolean[MOST_DEPTH + 1];
        int depth = 0;
        int level = 0;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            switch (b) {
                case ' ', '\t', '\r', '\n' -> {
                    // Only the style says where white space stands.
                }
                case '"' -> {
                    int end = endOfString(json, i);
                    out.add(json, i, end);
                    i = end - 1;
                }
                case '{', '[' -> {
                    int next = skipSpace(json, i + 1);
                    if (next < json.length && json[next] == (b == '{' ? '}' : ']')) {
                        out.add(inlineArrays ? (char) b + " " + (char) json[next] : "" + (char) b + (char) json[next]);
                        i = next;
                    } else {
                        if (depth == MOST_DEPTH) {
                            return json;
                        }
                        isInline[++depth] = inlineArrays && b == '[';
                        level += isInline[depth] ? 0 : 1;
                        out.add(b);
                        newLine(out, level, isInline[depth]);
                    }
                }
                case '}', ']' -> {
                    boolean inline = isInline[depth];
                    level -= inline || depth == 0 ? 0 : 1;
                    depth = Math.max(0, depth - 1);
                    newLine(out, level, inline);
                    out.add(b);
                }
                case ',' -> {
                    out.add(comma);
                    newLine(out, level, isInline[depth]);
                }
                case ':' -> out.add(colon);
                default -> out.add(b);
            }
        }
        return out.toArray();
    }

    private void newLine(ByteText out, int level, boolean isInline) {
        if (isInline) {
            out.add(' ');
        } else if (!indent.isEmpty()) {
            out.add('\n');
            for (int i = 0; i < level; i++) {
                out.add(indent);
            }
        }
    }

    /** The place after a string that begins here. */
    static int endOfString(byte[] json, int start) {
        for (int i = start + 1; i < json.length; i++) {
            if (json[i] == '\\') {
                i++;
            } else if (json[i] == '"') {
                return i + 1;
            }
        }
        return json.length;
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
