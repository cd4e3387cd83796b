package dev.hookglass.signature;

import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For providers that leave the choice to the user, as Optimizely Campaign does: the first scheme whose form the secret
 * has is the one that is used.
 *
 * @param schemes in the order they are tried, the most particular form first
 */
public record FirstFitting(List<Scheme> schemes) implements OneOf {
    public FirstFitting {
        schemes = List.copyOf(schemes);
    }

    @Override
    public String id() {
        return schemes.stream().map(Scheme::id).collect(Collectors.joining(" or "));
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        Scheme scheme = OneOf.fitting(schemes, secret);
        trace.step(Step.Sign.NOTE, () -> "Secret “" + secret.name() + "” has the form for " + scheme.id() + ".");
        return scheme.check(message, secret, trace);
    }

    @Override
    public Scheme signing(SignedMessage message, Secret secret) {
        return OneOf.fitting(schemes, secret);
    }
}
