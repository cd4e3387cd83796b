package dev.hookglass.payload;

/** What became of a text that was to be laid out as JSON. */
public sealed interface Pretty {
    /** It is JSON, laid out with one member or item a line. */
    record Formatted(String text) implements Pretty {}

    /**
     * It is not JSON, or beyond what is laid out.
     *
     * @param line where, from 1
     * @param column where in the line, in characters from 1
     * @param reason why, as a sentence without the place
     */
    record Refused(int line, int column, String reason) implements Pretty {
        /** Place and reason in one sentence. */
        public String sentence() {
            return "Line " + line + ", column " + column + ": " + reason;
        }
    }
}
