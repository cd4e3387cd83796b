package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** HTTP Basic credentials (RFC 7617); the secret is {@code user:password}. */
public record HttpBasic() implements Scheme {
    private static final String HEADER = "Authorization";
    private static final String SCHEME_WORD = "Basic ";

    @Override
    public String id() {
        return "http-basic";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        Optional<String> value = message.head().first(HEADER);
        if (value.isEmpty()) {
            return new Verdict(Outcome.MISSING, "The request has no Authorization header.");
        }
        if (!value.get().regionMatches(true, 0, SCHEME_WORD, 0, SCHEME_WORD.length())) {
            return new Verdict(Outcome.MALFORMED, "The Authorization header is not of the form “Basic …”.");
        }
        Optional<byte[]> credentials = decode(value.get().substring(SCHEME_WORD.length()).strip());
        if (credentials.isEmpty()) {
            return new Verdict(Outcome.MALFORMED,
                    "What follows “Basic” in the Authorization header is not user:password in base64.");
        }
        trace.step(Step.Sign.GOOD, () -> "The request has an Authorization header, with user:password in base64.");
        trace.received(() -> new Received(HEADER, Bytes.wrap(credentials.get()), "base64", true));
        boolean matches = MessageDigest.isEqual(credentials.get(), Bytes.ofUtf8(secret.text()).array());
        trace.tried(() -> new Trial(secret.name(), matches, "",
                Optional.of(new Concealed(() -> sign(message, secret).getFirst().value()))));
        return matches
                ? new Verdict(Outcome.VALID, "The Basic credentials match secret “" + secret.name() + "”.")
                : new Verdict(Outcome.INVALID, "The Basic credentials do not match secret “" + secret.name() + "”.");
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            byte[] credentials = Base64.getDecoder().decode(base64);
            return new String(credentials, StandardCharsets.ISO_8859_1).indexOf(':') < 0
                    ? Optional.empty()
                    : Optional.of(credentials);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        byte[] credentials = Bytes.ofUtf8(secret.text()).array();
        return List.of(new Header(HEADER, SCHEME_WORD + Base64.getEncoder().encodeToString(credentials)));
    }

    @Override
    public Optional<String> objection(String secretText) {
        return secretText.indexOf(':') > 0
                ? Optional.empty()
                : Optional.of("A secret for HTTP Basic is user:password.");
    }

    @Override
    public List<String> secretHeaders() {
        return List.of(HEADER);
    }
}
