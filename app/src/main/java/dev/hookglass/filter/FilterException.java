package dev.hookglass.filter;

/** A filter that cannot be understood: the message says why, the positions where. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;

    FilterException(String sentence, int start, int end) {
        super(sentence);
        this.start = start;
        this.end = end;
    }

    /** Index of the first character of the word that is wrong. */
    public int start() {
        return start;
    }

    /** Index behind its last character. */
    public int end() {
        return end;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
