package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.Optional;

/** The provider signs nothing, so nothing can be checked. */
public record Unsigned() implements Scheme {
    static final Verdict VERDICT = new Verdict(Verdict.Outcome.UNSIGNED,
            "This provider signs nothing, so there is nothing to check.");

    @Override
    public String id() {
        return "none";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        return VERDICT;
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        return List.of();
    }

    @Override
    public Optional<String> objection(String secretText) {
        return Optional.of("This provider signs nothing; it has no use for a secret.");
    }
}
