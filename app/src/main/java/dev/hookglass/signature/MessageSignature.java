package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * HTTP Message Signatures (RFC 9421) with Ed25519, ECDSA or RSA, where the secret is such a key, or else HMAC-SHA256 keyed by its
 * base64. Where {@code content-digest} is covered, the body is held against it.
 */
public record MessageSignature() implements Scheme {
    private static final Pattern SIGNATURE = Pattern
            .compile("\\G[ \\t]*+([a-z*][a-z0-9_.*-]*+)=:([A-Za-z0-9+/=]*+):(?:;[^,]*+)?[ \\t]*+(?:,|$)");
    /** More than anybody sends; each costs a look at all that it covers. */
    private static final int MOST_SIGNATURES = 10;
    private static final String DIGEST = "content-digest";

    @Override
    public String id() {
        return "http-message-signature";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        Optional<String> input = joined(message, "Signature-Input");
        Optional<String> signature = joined(message, "Signature");
        if (input.isEmpty() || signature.isEmpty()) {
            return new Verdict(Outcome.MISSING,
                    "The request has no " + (input.isEmpty() ? "Signature-Input" : "Signature") + " header.");
        }
        Verdict verdict = new Verdict(Outcome.MALFORMED,
                "The Signature and Signature-Input headers have no label in common.");
        Matcher written = SIGNATURE.matcher(signature.get());
        Map<String, CoveredParts> inputs = CoveredParts.read(input.get());
        for (int i = 0; i < MOST_SIGNATURES && written.find(); i++) {
            Optional<byte[]> received = Encoding.BASE64.read(written.group(2));
            CoveredParts covered = inputs.get(written.group(1));
            if (received.isPresent() && covered != null) {
                verdict = check(message, secret, covered, received.get(), trace);
                if (verdict.outcome() == Outcome.VALID || verdict.outcome() == Outcome.STALE) {
                    return verdict;
                }
            }
        }
        return verdict;
    }

    private static Verdict check(SignedMessage message, Secret secret, CoveredParts covered, byte[] received,
            Trace trace) {
        try {
            byte[] base = covered.base(message).getBytes(StandardCharsets.ISO_8859_1);
            trace.step(Step.Sign.GOOD, () -> "Signature-Input says under “" + covered.label() + "” what is covered: "
                    + String.join(", ", covered.names()) + ".");
            trace.received("Signature, " + covered.label(), received, "base64");
            trace.signed(List.of(base), () -> "Signed are those parts, a line each, and their list.");
            Proof proof = proof(base, covered.algorithm(), secret);
            boolean matches = proof.test().test(received);
            trace.tried(() -> new Trial(secret.name(), matches, proof.how(),
                    proof.expected().map(bytes -> new Concealed(() -> Encoding.BASE64.write(bytes)))));
            if (!matches) {
                return new Verdict(Outcome.INVALID, "Signature does not match what it covers with secret “"
                        + secret.name() + "”: a covered part was changed on the way, it was sent to another URL than "
                        + "the source's public URL, or another secret signed it.");
            }
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
        boolean coversBody = covered.names().contains(DIGEST);
        if (coversBody) {
            Verdict body = new ContentDigest().check(message, secret, trace);
            if (body.outcome() != Outcome.VALID) {
                return body;
            }
        }
        if (covered.expires().filter(end -> message.time().getEpochSecond() > end).isPresent()) {
            trace.step(Step.Sign.BAD, () -> "It had expired when it arrived.");
            return new Verdict(Outcome.STALE,
                    "Signature matches secret “" + secret.name() + "”, but it had expired when the request arrived.");
        }
        return new Verdict(Outcome.VALID, "Signature matches secret “" + secret.name()
                + (coversBody ? "” and covers the body." : "”. It does not cover the body."));
    }

    private static Proof proof(byte[] base, Optional<String> algorithm, Secret secret) throws Refusal {
        MessageKey key = MessageKey.read(secret.text());
        if (algorithm.isPresent() && !key.takes(algorithm.get())) {
            throw Refusal.invalid("Signature-Input says that " + algorithm.get()
                    + " is used, for which secret “" + secret.name() + "” is no key: it is one for "
                    + String.join(" or ", key.algorithms()) + ".");
        }
        return key.proof(base, algorithm);
    }

    private static Optional<String> joined(SignedMessage message, String header) {
        List<String> values = message.head().all(header);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    /** Covers the method, the URL and the body. */
    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        MessageKey key = MessageKey.read(secret.text());
        if (!key.canSign()) {
            return List.of();
        }
        List<Header> headers = new ArrayList<>(new ContentDigest().sign(message, secret));
        String parameters = "(\"@method\" \"@path\" \"content-digest\");created=" + message.time().getEpochSecond()
                + ";alg=\"" + key.algorithms().getFirst() + "\"";
        CoveredParts covered = new CoveredParts("sig1", List.of("@method", "@path", DIGEST), parameters);
        RequestHead head = message.head();
        RequestHead whole = new RequestHead(head.method(), head.target(), head.protocol(),
                Stream.concat(headers.stream(), head.headers().stream().filter(h -> !h.is(DIGEST))).toList());
        try {
            byte[] base = covered
                    .base(new SignedMessage(whole, message.body(), message.time(), message.publicUrl(),
                            message.tolerance()))
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] signature = key.sign(base);
            headers.add(new Header("Signature-Input", "sig1=" + covered.parameters()));
            headers.add(new Header("Signature", "sig1=:" + Base64.getEncoder().encodeToString(signature) + ":"));
            return headers;
        } catch (Refusal withoutUrl) {
            return List.of();
        }
    }

    @Override
    public Optional<String> objection(String secretText) {
        return MessageKey.read(secretText).objection();
    }

    @Override
    public Optional<String> signingObjection(Secret secret) {
        return MessageKey.read(secret.text()).canSign() ? Optional.empty() : Optional.of(PublicKey.checksOnly(secret));
    }
}
