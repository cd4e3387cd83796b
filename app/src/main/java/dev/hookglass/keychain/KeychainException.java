package dev.hookglass.keychain;

/** The keychain did not do what it was asked. The message says why, to follow “because”. */
public final class KeychainException extends Exception {
    private static final long serialVersionUID = 1L;

    public KeychainException(String reason) {
        super(reason);
    }

    public KeychainException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why, without a full stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
