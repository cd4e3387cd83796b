package dev.hookglass.payload;

/** Goes through JSON token by token and copies each as it is written. */
final class JsonScanner {
    /** What {@link #peek} gives at the end; no text holds it at a place where it could be mistaken. */
    private static final char END = '\0';
    private static final char RECORD_SEPARATOR = '\u001E';

    private final String text;
    private int at;

    JsonScanner(String text) {
        this.text = text;
    }

    /** The text is not JSON from the scanner's place on. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        private Unexpected(String reason) {
            super(reason, null, false, false);
        }
    }

    /** The next character that is not white space, without taking it. */
    char peek() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        return END;
    }

    /** Passes over what stands between documents, where RFC 7464 has U+001E, and tells whether one follows. */
    boolean hasDocument() {
        while (peek() == RECORD_SEPARATOR) {
            at++;
        }
        return at < text.length();
    }

    char take() {
        return text.charAt(at++);
    }

    /** Where the next character is, in chars from the start of the text. */
    int offset() {
        return at;
    }

    void copyScalar(StringBuilder out) throws Unexpected {
        int start = skipScalar();
        out.append(text, start, at);
    }

    /** Passes over a scalar and gives the offset at which it begins. */
    int skipScalar() throws Unexpected {
        char first = peek();
        int start = at;
        switch (first) {
            case '"' -> string();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> throw unexpectedHere("a value");
        }
        return start;
    }

    /** Copies a member's name and takes the colon behind it. */
    void copyName(StringBuilder out) throws Unexpected {
        int start = skipName();
        out.append(text, start, at);
        takeColon();
    }

    /** Passes over a member's name and gives the offset at which its quote stands. */
    int skipName() throws Unexpected {
        if (peek() != '"') {
            throw unexpectedHere("a name in double quotes");
        }
        int start = at;
        string();
        return start;
    }

    void takeColon() throws Unexpected {
        if (peek() != ':') {
            throw unexpectedHere("a colon");
        }
        at++;
    }

    void expectEnd() throws Unexpected {
        if (peek() != END || at < text.length()) {
            throw unexpected("The document ends before this place, and more text follows.");
        }
    }

    private void string() throws Unexpected {
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return;
            }
            if (c == '\\') {
                escape();
            } else if (c < ' ') {
                throw unexpected("The control character " + name(c) + " stands in a string without an escape.");
            } else {
                at++;
            }
        }
        at = start;
        throw unexpected("The string that begins here is not closed.");
    }

    private void escape() throws Unexpected {
        int kind = at + 1 < text.length() ? "\"\\/bfnrtu".indexOf(text.charAt(at + 1)) : 0;
        boolean isUnicode = kind == 8;
        if (kind < 0 || isUnicode && !areHexDigits(at + 2, at + 6)) {
            throw unexpected("A backslash begins an escape that JSON does not know.");
        }
        at += isUnicode ? 6 : 2;
    }

    private boolean areHexDigits(int start, int end) {
        return end <= text.length()
                && text.substring(start, end).chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }

    private void number() throws Unexpected {
        if (is('-')) {
            at++;
        }
        int start = at;
        digits("a digit");
        if (text.charAt(start) == '0' && at > start + 1) {
            at = start;
            throw unexpected("The number begins with a zero that JSON does not allow.");
        }
        if (is('.')) {
            at++;
            digits("a digit behind the decimal point");
        }
        if (is('e') || is('E')) {
            at++;
            at += is('+') || is('-') ? 1 : 0;
            digits("a digit of the exponent");
        }
    }

    private void digits(String expectation) throws Unexpected {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpectedHere(expectation);
        }
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void word(String word) throws Unexpected {
        if (!text.startsWith(word, at)) {
            throw unexpectedHere("a value");
        }
        at += word.length();
    }

    /** @param expectation what belongs here, as in “a value” */
    Unexpected unexpectedHere(String expectation) {
        String found = at >= text.length()
                ? "the text ends"
                : text.codePointAt(at) < ' '
                        ? name(text.charAt(at)) + " is there"
                        : "“" + Character.toString(text.codePointAt(at)) + "” is there";
        return unexpected("Here " + expectation + " is expected, but " + found + ".");
    }

    Unexpected unexpected(String reason) {
        return new Unexpected(reason);
    }

    private static String name(char c) {
        return String.format("U+%04X", (int) c);
    }

    /** The reason with the place at which the scanner stands. */
    Pretty.Refused refusal(Unexpected unexpected) {
        return Pretty.Refused.at(text, at, String.valueOf(unexpected.getMessage()));
    }
}
