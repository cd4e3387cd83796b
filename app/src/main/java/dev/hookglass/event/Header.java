package dev.hookglass.event;

/**
 * One header line, name in the case it was sent.
 *
 * @param name as sent; compared without regard to case (RFC 9110 §5.1)
 * @param value its bytes as ISO-8859-1 text, which loses nothing
 */
public record Header(String name, String value) {
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    /** The name only: a value may be a secret. */
    @Override
    public String toString() {
        return name + ": …";
    }
}
