package dev.hookglass.problem;

/**
 * A failure that a user can meet and mend: a port in use, a folder that cannot be written, a URL that is not one. The
 * message is one sentence for that user, says what to do, and never holds a secret. Anything else that is thrown is a bug.
 */
public class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    public Problem(String sentence) {
        super(sentence);
    }

    public Problem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
