package dev.hookglass.store;

/** An index of texts cannot be read any more; whoever asked reads the events instead. */
public final class TextIndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TextIndexException(Throwable cause) {
        super(cause);
    }
}
