package dev.hookglass.signature;

/**
 * A secret as a person would paste it: the text itself, {@code user:password} for HTTP Basic, {@code Header-Name: value}
 * for a header key.
 *
 * @param name tells it from the source's other secrets, and may be shown
 * @param text must never be shown, logged or exported unasked
 */
public record Secret(String name, String text) {
    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
