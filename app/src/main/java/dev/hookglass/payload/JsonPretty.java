package dev.hookglass.payload;

/**
 * Lays JSON (RFC 8259) out, two spaces a level, and changes nothing but the white space between its tokens: numbers keep
 * their digits, strings their escapes, duplicate names their places. A parser that builds values cannot promise that.
 */
public final class JsonPretty {
    /** Texts longer than this are not laid out, in characters. */
    static final int MOST_INPUT = 16 << 20;
    /** Deeply nested short items would grow a hundredfold by their indents, so the outcome has its own limit. */
    private static final int MOST_OUTPUT = 64 << 20;
    private static final String INDENTS = "  ".repeat(JsonBody.MOST_DEPTH);

    private enum Expected {
        VALUE, END_OF_VALUE
    }

    private final JsonScanner in;
    private final StringBuilder out;
    private final boolean[] isObject = new boolean[JsonBody.MOST_DEPTH];
    private int depth;

    private JsonPretty(String text) {
        in = new JsonScanner(text);
        out = new StringBuilder(text.length() + text.length() / 2 + 16);
    }

    /** Never throws. A megabyte takes a few milliseconds: not for the FX thread if it may be large. */
    public static Pretty format(String text) {
        return format(text, false);
    }

    /** The same for several documents, one behind the other. */
    static Pretty formatSequence(String text) {
        return format(text, true);
    }

    private static Pretty format(String text, boolean isSequence) {
        if (text.length() > MOST_INPUT) {
            return Pretty.Refused.tooLong("formatted");
        }
        JsonPretty pretty = new JsonPretty(text);
        try {
            if (isSequence) {
                pretty.documents();
            } else {
                pretty.document();
                pretty.in.expectEnd();
            }
            return new Pretty.Formatted(pretty.out.toString());
        } catch (JsonScanner.Unexpected e) {
            return pretty.in.refusal(e);
        }
    }

    private void documents() throws JsonScanner.Unexpected {
        while (in.hasDocument()) {
            out.append(out.isEmpty() ? "" : "\n");
            document();
        }
    }

    private void document() throws JsonScanner.Unexpected {
        Expected expected = Expected.VALUE;
        while (depth > 0 || expected == Expected.VALUE) {
            expected = expected == Expected.VALUE ? value() : endOfValue();
        }
    }

    private Expected value() throws JsonScanner.Unexpected {
        return switch (in.peek()) {
            case '{' -> open('}');
            case '[' -> open(']');
            default -> {
                in.copyScalar(out);
                yield Expected.END_OF_VALUE;
            }
        };
    }

    private Expected open(char closing) throws JsonScanner.Unexpected {
        if (depth == isObject.length) {
            throw in.unexpected(
                    "It is nested deeper than " + isObject.length + " levels, which is too deep to be formatted.");
        }
        out.append(in.take());
        if (in.peek() == closing) {
            out.append(in.take());
            return Expected.END_OF_VALUE;
        }
        isObject[depth++] = closing == '}';
        return next();
    }

    private Expected endOfValue() throws JsonScanner.Unexpected {
        boolean object = isObject[depth - 1];
        char c = in.peek();
        if (c == ',') {
            out.append(in.take());
            return next();
        }
        if (c != (object ? '}' : ']')) {
            throw in.unexpectedHere(object ? "a comma or a closing brace" : "a comma or a closing bracket");
        }
        depth--;
        newLine();
        out.append(in.take());
        return Expected.END_OF_VALUE;
    }

    private Expected next() throws JsonScanner.Unexpected {
        newLine();
        if (isObject[depth - 1]) {
            in.copyName(out);
            out.append(": ");
        }
        return Expected.VALUE;
    }

    private void newLine() throws JsonScanner.Unexpected {
        if (out.length() > MOST_OUTPUT) {
            throw in.unexpected("Laid out, it would be longer than 64 MiB, which is too long to be shown.");
        }
        out.append('\n').append(INDENTS, 0, 2 * depth);
    }
}
