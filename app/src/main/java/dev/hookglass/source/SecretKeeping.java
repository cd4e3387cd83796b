package dev.hookglass.source;

/**
 * How the secrets are kept on disk, and whether they can be read.
 *
 * @param kind how
 * @param reason why it is no better, to follow “because”; empty where there is nothing to say
 */
public record SecretKeeping(Kind kind, String reason) {
    /** How secrets are kept. */
    public enum Kind {
        /** There is none. */
        NONE,
        /** Encrypted, the key in the system keychain. */
        ENCRYPTED,
        /** As plain text in a file that only its owner can read. */
        PLAIN,
        /** Encrypted, and the keychain has not given the key yet. */
        WAITING,
        /** Encrypted, and the keychain does not give the key this time. */
        UNREADABLE,
        /** They cannot be read any more, whatever happens: they are to be pasted anew. */
        LOST
    }

    static final SecretKeeping EMPTY = new SecretKeeping(Kind.NONE, "");
    static final SecretKeeping ENCRYPTED = new SecretKeeping(Kind.ENCRYPTED, "");
    static final SecretKeeping WAITING = new SecretKeeping(Kind.WAITING, "the system keychain has not answered yet");

    /** Whether there are secrets whose texts are not known now. */
    public boolean isUnreadable() {
        return kind == Kind.WAITING || kind == Kind.UNREADABLE || kind == Kind.LOST;
    }

    /** The same for people, and what they can do. */
    public String sentence() {
        return switch (kind) {
            case NONE -> "";
            case ENCRYPTED -> "Secrets are encrypted with a key in the system keychain.";
            case PLAIN -> "Secrets are kept as plain text in a file that only you can read, because " + reason + ".";
            case WAITING -> "The secrets cannot be read yet: " + reason
                    + ". Events are unchecked until it does, and judged again then.";
            case UNREADABLE -> "The secrets cannot be read, because " + reason
                    + ". Unlock it and restart Hookglass; events are unchecked until then, and judged again.";
            case LOST -> "The secrets cannot be read any more, because " + reason
                    + ". Paste them anew; the file that holds them is kept aside.";
        };
    }
}
