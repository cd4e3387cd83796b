package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * An HMAC over some fields of the JSON body, itself a field of it. The rest of the body is not signed.
 *
 * @param item where the object with those fields is, tried in turn
 * @param signature where in it the signature stands
 * @param content the signed fields, seen from that object; one that is not there is empty
 * @param hash the hash function
 * @param encoding how the signature is written
 * @param key how the key is made of the secret
 */
public record BodyFields(List<JsonPointer> item, JsonPointer signature, Content content, Hash hash, Encoding encoding,
        KeyForm key) implements Scheme {
    public BodyFields {
        item = List.copyOf(item);
    }

    @Override
    public String id() {
        return "body-fields";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        JsonScalars body = JsonScalars.of(message.body());
        JsonPointer place = item(body).append(signature);
        Optional<String> written = body.at(place);
        if (written.isEmpty()) {
            return new Verdict(Outcome.MISSING, "The body has no signature at " + place + ".");
        }
        Optional<byte[]> received = encoding.read(written.get()).filter(bytes -> bytes.length == hash.length());
        if (received.isEmpty()) {
            return new Verdict(Outcome.MALFORMED, "What stands at " + place + " in the body is not "
                    + encoding.words(hash.length()) + ".");
        }
        trace.step(Step.Sign.GOOD, () -> "The body has a signature at " + place + ": “" + written.get() + "”.");
        trace.received("body, at " + place, received.get(), encoding.words(0));
        List<byte[]> pieces = pieces(body);
        trace.signed(pieces, () -> "Signed is: " + content.words() + ".");
        byte[] expected = hash.hmac(key.key(secret), pieces);
        boolean matches = MessageDigest.isEqual(received.get(), expected);
        trace.tried(() -> new Trial(secret.name(), matches, "HMAC-" + hash,
                Optional.of(new Concealed(() -> encoding.write(expected)))));
        return matches
                ? new Verdict(Outcome.VALID, "The signature in the body matches secret “" + secret.name()
                        + "”. It covers some fields only; the rest of the body is not signed.")
                : new Verdict(Outcome.INVALID, "The signature in the body does not match its fields with secret “"
                        + secret.name() + "”: they were changed on the way, or another secret signed them.");
    }

    private JsonPointer item(JsonScalars body) {
        return item.stream().filter(body::hasObject).findFirst().orElse(item.getFirst());
    }

    private byte[] compute(JsonScalars body, Secret secret) {
        return hash.hmac(key.key(secret), pieces(body));
    }

    private List<byte[]> pieces(JsonScalars body) {
        JsonPointer base = item(body);
        return content.pieces().stream().map(piece -> switch (piece) {
            case Content.Literal literal -> literal.text();
            case Content.Field field -> body.at(base.append(field.pointer())).orElse("");
            case Content.Part _,Content.SignedHeaders _ ->
                throw new IllegalStateException("Only fields of the body are signed");
        }).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** None: the proof stands in the body. */
    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        return List.of();
    }

    /** The body with its signature, written as compact JSON; as it is where it has no object to sign. */
    @Override
    public Bytes signBody(SignedMessage message, Secret secret) {
        JsonScalars body = JsonScalars.of(message.body());
        JsonPointer base = item(body);
        return body.hasObject(base)
                ? body.with(base.append(signature), encoding.write(compute(body, secret)))
                : message.body();
    }

    @Override
    public Optional<String> objection(String secretText) {
        return key.objection(secretText);
    }
}
