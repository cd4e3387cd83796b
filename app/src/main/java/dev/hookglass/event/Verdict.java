package dev.hookglass.event;

import java.util.Locale;

/**
 * The outcome of the signature check of one event.
 *
 * @param outcome what came out
 * @param reason why, in words that a person can act on; never contains a secret or an expected signature
 */
public record Verdict(Outcome outcome, String reason) {
    /** What a signature check can come to. The order is part of the stored form: add at the end only. */
    public enum Outcome {
        /** The signature or secret is right. */
        VALID,
        /** It is there and well-formed, and does not match. */
        INVALID,
        /** It matches, but its time is outside the tolerance. */
        STALE,
        /** The request carries none. */
        MISSING,
        /** It is there, but not in the form the provider sends. */
        MALFORMED,
        /** The source has no secret to check with. */
        UNCHECKED,
        /** This provider signs nothing. */
        UNSIGNED;

        /** The word used on screen, in filters and in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a person should look at it: the check was possible and did not succeed. */
        public boolean isBad() {
            return this == INVALID || this == STALE || this == MISSING || this == MALFORMED;
        }
    }
}
