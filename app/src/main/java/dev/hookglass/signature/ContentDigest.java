package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hash of the body in {@code Content-Digest} (RFC 9530), without any key: it proves that the body is whole, not who sent it. */
public record ContentDigest() implements Scheme {
    private static final String HEADER = "Content-Digest";
    private static final Pattern ENTRY = Pattern.compile("\\s*([a-z0-9*._-]+)=:([A-Za-z0-9+/=]*):\\s*");

    @Override
    public String id() {
        return "content-digest";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        List<String> values = message.head().all(HEADER);
        if (values.isEmpty()) {
            return new Verdict(Outcome.MISSING, "The request has no Content-Digest header.");
        }
        List<String> matching = new ArrayList<>();
        for (String entry : String.join(",", values).split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches()) {
                return new Verdict(Outcome.MALFORMED, "The Content-Digest header is not of the form sha-256=:…:.");
            }
            Optional<Hash> hash = hash(matcher.group(1));
            if (matching.contains(matcher.group(1))) {
                return new Verdict(Outcome.MALFORMED,
                        "The Content-Digest header gives " + matcher.group(1) + " twice.");
            }
            if (hash.isPresent()) {
                Optional<byte[]> received = Encoding.BASE64.read(matcher.group(2));
                if (received.isEmpty()) {
                    return new Verdict(Outcome.MALFORMED, "The " + matcher.group(1) + " digest is not base64.");
                }
                trace.received(HEADER + ", " + matcher.group(1), received.get(), "base64");
                List<byte[]> signed = List.of(message.body().array());
                trace.signed(signed, () -> "Hashed is the raw body.");
                byte[] expected = hash.get().digest(signed);
                boolean matches = MessageDigest.isEqual(received.get(), expected);
                trace.step(matches ? Step.Sign.GOOD : Step.Sign.BAD, () -> "The " + matcher.group(1)
                        + " digest of the body is " + (matches ? "the one" : "not the one") + " in Content-Digest.");
                if (!matches) {
                    return new Verdict(Outcome.INVALID, "The body does not have the " + matcher.group(1)
                            + " digest that Content-Digest gives: it was changed on the way.");
                }
                matching.add(matcher.group(1));
            }
        }
        return matching.isEmpty()
                ? new Verdict(Outcome.MALFORMED, "The Content-Digest header has neither sha-256 nor sha-512.")
                : new Verdict(Outcome.VALID, "The body has the " + String.join(" and ", matching)
                        + " digest that Content-Digest gives. That proves it whole, not who sent it.");
    }

    private static Optional<Hash> hash(String name) {
        return switch (name) {
            case "sha-256" -> Optional.of(Hash.SHA256);
            case "sha-512" -> Optional.of(Hash.SHA512);
            default -> Optional.empty();
        };
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        byte[] digest = Hash.SHA256.digest(List.of(message.body().array()));
        return List.of(new Header(HEADER, "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":"));
    }

    @Override
    public boolean needsSecret() {
        return false;
    }

    /** None: any secret will do, since none is used. */
    @Override
    public Optional<String> objection(String secretText) {
        return Optional.empty();
    }
}
