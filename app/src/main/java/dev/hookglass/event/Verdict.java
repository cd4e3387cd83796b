package dev.hookglass.event;

/**
 * The outcome of the signature check of one event.
 *
 * @param outcome what came out
 * @param reason why, in words that a person can act on; never contains a secret or an expected signature
 */
public record Verdict(Outcome outcome, String reason) {
    /** What a signature check can come to. The codes are the stored form: they never change. */
    public enum Outcome implements Coded {
        /** The signature or secret is right. */
        VALID(0),
        /** It is there and well-formed, and does not match. */
        INVALID(1),
        /** It matches, but its time is outside the tolerance. */
        STALE(2),
        /** The request carries none. */
        MISSING(3),
        /** It is there, but not in the form the provider sends. */
        MALFORMED(4),
        /** The source has no secret to check with. */
        UNCHECKED(5),
        /** This provider signs nothing. */
        UNSIGNED(6);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        /** The outcome with that number. */
        public static Outcome of(int code) {
            return Coded.of(values(), code);
        }

        /** Whether a person should look at it: the check was possible and did not succeed. */
        public boolean isBad() {
            return this == INVALID || this == STALE || this == MISSING || this == MALFORMED;
        }
    }
}
