package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * An HMAC (RFC 2104) keyed by the secret, as in {@code X-Hub-Signature: sha1=…}.
 *
 * @param layout where the signature stands and what it covers
 * @param hash the hash function
 * @param key how the key is made of the secret
 */
public record Hmac(Layout layout, Hash hash, KeyForm key) implements InHeader {
    /** One over the raw body, keyed by the secret's text, in lower-case hex behind a prefix. */
    public Hmac(String header, Hash hash, String prefix) {
        this(Layout.ofBody(header, prefix), hash, KeyForm.TEXT);
    }

    @Override
    public String id() {
        return "hmac";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        return layout.check(message, secret, hash.length(),
                content -> Proof.equal("HMAC-" + hash, hash.hmac(key.key(secret), content)), trace);
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        return layout.sign(message, content -> hash.hmac(key.key(secret), content));
    }

    @Override
    public Optional<String> objection(String secretText) {
        return key.objection(secretText);
    }
}
