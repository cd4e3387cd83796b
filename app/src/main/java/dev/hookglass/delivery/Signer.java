package dev.hookglass.delivery;

import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What signs a request in its sender's place.
 *
 * @param scheme how the sender signs
 * @param secret one that fits the scheme
 * @param at the time of sending
 * @param url the URL that the sender would have sent to, which some sign; empty for the one that the request goes to
 */
public record Signer(Scheme scheme, Secret secret, Instant at, Optional<String> url) {
    /** Signs for the URL that a request goes to. */
    public Signer(Scheme scheme, Secret secret, Instant at) {
        this(scheme, secret, at, Optional.empty());
    }

    /** With the first of some secrets that can sign, if one can. */
    public static Optional<Signer> of(Scheme scheme, List<Secret> secrets, Instant at) {
        return secrets.stream()
                .filter(secret -> scheme.fits(secret) && scheme.signingObjection(secret).isEmpty())
                .findFirst()
                .map(secret -> new Signer(scheme, secret, at));
    }

    /** The same for a URL, such as that of the tunnel through which a request would have come. */
    public Signer forUrl(String signedUrl) {
        return new Signer(scheme, secret, at, Optional.of(signedUrl));
    }
}
