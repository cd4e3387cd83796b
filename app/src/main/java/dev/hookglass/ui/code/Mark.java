package dev.hookglass.ui.code;

/**
 * A part of a text that is underlined.
 *
 * @param start the index of its first char
 * @param end the index behind its last char
 * @param kind how it is underlined
 */
public record Mark(int start, int end, Kind kind) {
    /** Why it is marked. */
    public enum Kind {
        /** Worth knowing. */
        NOTE,
        /** Other than it should be. */
        PROBLEM
    }
}
