package dev.hookglass.provider;

/** How a provider writes JSON: signatures cover the bytes, so a sample should have the same white space. */
public enum JsonStyle {
    /** No white space: {@code {"a":1,"b":2}}. */
    COMPACT,
    /** A space after each comma and colon and only ASCII, as Python writes it: {@code {"a": 1, "b": 2}}. */
    SPACED
}
