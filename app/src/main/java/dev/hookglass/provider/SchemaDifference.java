package dev.hookglass.provider;

/**
 * Something in which a payload differs from what its provider's file says of its type. That is news, not an error: senders
 * add fields and values at any time.
 *
 * @param pointer where, as a JSON pointer; of a missing field where it would be
 * @param expected what the schema says: a type, or values; may be empty
 * @param found what is there: a type, or a value; empty where nothing is
 */
public record SchemaDifference(Kind kind, String pointer, String expected, String found) {
    /** In which way it differs, the most telling first. */
    public enum Kind {
        /** A value of another JSON type. */
        WRONG_TYPE,
        /** A required field is not there. */
        MISSING,
        /** A value that is not among those listed. */
        NEW_VALUE,
        /** A field of which the schema knows nothing. */
        UNKNOWN
    }
}
