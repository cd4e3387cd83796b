package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plain hash of the secret's text and, behind it, the content: what some providers used before HMAC.
 *
 * @param layout where the hash stands and what it covers besides the secret
 * @param hash the hash function
 */
public record SecretHash(Layout layout, Hash hash) implements InHeader {
    @Override
    public String id() {
        return "secret-hash";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        return layout.check(message, secret, hash.length(),
                content -> Proof.equal(hash + " of the secret and the content", compute(content, secret)), trace);
    }

    private byte[] compute(List<byte[]> content, Secret secret) {
        List<byte[]> hashed = new ArrayList<>(content);
        hashed.addFirst(secret.text().getBytes(StandardCharsets.UTF_8));
        return hash.digest(hashed);
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        return layout.sign(message, content -> compute(content, secret));
    }

    @Override
    public Optional<String> objection(String secretText) {
        return KeyForm.TEXT.objection(secretText);
    }
}
