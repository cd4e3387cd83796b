package dev.hookglass.payload;

import tools.jackson.core.JsonPointer;

/**
 * Something in a document that its schema does not say, or says otherwise. Information, not an error: senders add fields and
 * values at any time.
 *
 * @param at the value it is about
 * @param kind how it differs
 * @param sentence what is found, in words
 */
public record SchemaFinding(JsonPointer at, Kind kind, String sentence) {
    /** How a document differs from its schema. */
    public enum Kind {
        /** A member that the schema does not list. */
        UNLISTED_NAME,
        /** A value that the schema does not list. */
        UNLISTED_VALUE,
        /** A value of another form than the schema has it, or one that is missing. */
        OTHERWISE
    }
}
