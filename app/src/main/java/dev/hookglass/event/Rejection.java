package dev.hookglass.event;

import java.time.Instant;
import java.util.Locale;

/**
 * A request that never became an event.
 *
 * @param rejectedAt when it was refused
 * @param remote the peer's address and port
 * @param reason the kind of refusal
 * @param detail what exactly, in words
 */
public record Rejection(Instant rejectedAt, String remote, Reason reason, String detail) {
    /** Kinds of refusal, as they are counted. */
    public enum Reason {
        /** The body is larger than the limit. */
        TOO_LARGE,
        /** The sender went away, or broke the protocol, in the middle of the body. */
        INCOMPLETE,
        /** The whole request did not arrive in time. */
        TIMED_OUT,
        /** The event could not be stored, and its sender was told to try again. */
        NOT_STORED;

        /** The words used on screen and in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
