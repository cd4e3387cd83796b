package dev.hookglass.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret as a person would paste it: the text itself, {@code user:password} for HTTP Basic, {@code Header-Name: value}
 * for a header key.
 *
 * @param name tells it from the source's other secrets, and may be shown
 * @param text must never be shown, logged or exported unasked; empty while it cannot be read
 * @param from messages before this time are not proven by it; empty if it has always been valid
 * @param until messages at this time and later are not proven by it; empty if it is valid until further notice
 */
public record Secret(String name, String text, Optional<Instant> from, Optional<Instant> until) {
    /** One that is valid at any time. */
    public Secret(String name, String text) {
        this(name, text, Optional.empty(), Optional.empty());
    }

    /** The same without its text, which is kept elsewhere or cannot be read. */
    public Secret withoutText() {
        return new Secret(name, "", from, until);
    }

    /** Whether its text is known. */
    public boolean isReadable() {
        return !text.isEmpty();
    }

    /** Whether it proves messages of that time. */
    public boolean isValidAt(Instant time) {
        return !isBefore(time) && !isOver(time);
    }

    private boolean isBefore(Instant time) {
        return from.filter(time::isBefore).isPresent();
    }

    private boolean isOver(Instant time) {
        return until.filter(end -> !time.isBefore(end)).isPresent();
    }

    /** Why it proves nothing at a time that is outside its window, to follow its name in a sentence. */
    String lapse(Instant time) {
        return isBefore(time)
                ? "is valid only from " + SecretWindow.words(from.orElseThrow())
                : "ended on " + SecretWindow.words(until.orElseThrow());
    }

    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
