package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * For providers that leave the choice to the user, as Optimizely Campaign does: the first scheme whose form the secret
 * has is the one that is used.
 *
 * @param schemes in the order they are tried, the most particular form first
 */
public record FirstFitting(List<Scheme> schemes) implements Scheme {
    public FirstFitting {
        schemes = List.copyOf(schemes);
    }

    @Override
    public String id() {
        return schemes.stream().map(Scheme::id).collect(Collectors.joining(" or "));
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        Scheme scheme = fitting(secret);
        trace.step(Step.Sign.NOTE, () -> "Secret “" + secret.name() + "” has the form for " + scheme.id() + ".");
        return scheme.check(message, secret, trace);
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        return fitting(secret).sign(message, secret);
    }

    @Override
    public Bytes signBody(SignedMessage message, Secret secret) {
        return fitting(secret).signBody(message, secret);
    }

    @Override
    public Optional<String> signingObjection(Secret secret) {
        return fitting(secret).signingObjection(secret);
    }

    private Scheme fitting(Secret secret) {
        return schemes.stream()
                .filter(scheme -> scheme.fits(secret))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The secret has the form of none of " + id()));
    }

    @Override
    public Optional<String> objection(String secretText) {
        List<Optional<String>> objections = schemes.stream().map(scheme -> scheme.objection(secretText)).toList();
        return objections.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(objections.stream().flatMap(Optional::stream).collect(Collectors.joining(" ")));
    }

    @Override
    public List<String> secretHeaders() {
        return schemes.stream().flatMap(scheme -> scheme.secretHeaders().stream()).distinct().toList();
    }

    @Override
    public Optional<Timestamp> timestamp() {
        return schemes.stream().flatMap(scheme -> scheme.timestamp().stream()).findFirst();
    }
}
