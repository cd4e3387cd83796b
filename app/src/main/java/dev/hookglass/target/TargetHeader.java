package dev.hookglass.target;

import dev.hookglass.event.Header;

/**
 * A header that everything sent to a target carries.
 *
 * @param name as it is sent
 * @param value as it is sent
 * @param secret whether the value is masked on screen and left out of lists
 */
public record TargetHeader(String name, String value, boolean secret) {
    /** The header as it is sent. */
    public Header header() {
        return new Header(name, value);
    }

    /** The name only: the value may be a secret. */
    @Override
    public String toString() {
        return name + ": …";
    }
}
