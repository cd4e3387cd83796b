package dev.hookglass.payload;

/** What became of a text that was to be laid out as JSON. */
public sealed interface Pretty {
    /** It is JSON, laid out with one member or item a line. */
    record Formatted(String text) implements Pretty {}

    /**
     * It is not what it was read as, or beyond what is laid out.
     *
     * @param line where, from 1
     * @param column where in the line, in characters from 1
     * @param offset where in the text, in chars from 0
     * @param reason why, as a sentence without the place
     */
    record Refused(int line, int column, int offset, String reason) implements Pretty, TreeReading {
        /** It is longer than what is read for eyes. */
        static Refused tooLong(String purpose) {
            return new Refused(1, 1, 0, "It is longer than 16 MiB, which is too long to be " + purpose + ".");
        }

        /** The place at an offset of a text. */
        static Refused at(String text, int offset, String reason) {
            int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
            int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
            return new Refused(line, text.codePointCount(lineStart, offset) + 1, offset, reason);
        }

        /** Place and reason in one sentence. */
        public String sentence() {
            return "Line " + line + ", column " + column + ": " + reason;
        }
    }
}
