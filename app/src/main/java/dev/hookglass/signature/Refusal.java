package dev.hookglass.signature;

import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;

/** A request that cannot be checked any further, since what a check needs is missing from it or malformed. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private Refusal(Outcome outcome, String reason) {
        // Whoever sends garbage must not make us walk the stack for each request.
        super(reason, null, false, false);
        this.outcome = outcome;
    }

    static Refusal missing(String reason) {
        return new Refusal(Outcome.MISSING, reason);
    }

    static Refusal malformed(String reason) {
        return new Refusal(Outcome.MALFORMED, reason);
    }

    static Refusal invalid(String reason) {
        return new Refusal(Outcome.INVALID, reason);
    }

    Verdict verdict() {
        return new Verdict(outcome, String.valueOf(getMessage()));
    }
}
