package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A signature by a key pair: the provider signs with its private key, and its public key checks.
 *
 * @param layout where the signature stands and what it covers
 * @param algorithm how it is computed
 */
public record PublicKey(Layout layout, Algorithm algorithm) implements Scheme {
    /** Algorithms in use by providers. */
    public enum Algorithm {
        /** Ed25519 (RFC 8032); a signature has 64 bytes. */
        ED25519("Ed25519", "Ed25519", 64),
        /** ECDSA on P-256 with SHA-256; a signature is DER, of varying length. */
        ECDSA_P256("EC", "SHA256withECDSA", 0);

        private final String keys;
        private final String signature;
        private final int length;

        Algorithm(String keys, String signature, int length) {
            this.keys = keys;
            this.signature = signature;
            this.length = length;
        }

        /** What is computed, for people. */
        String words() {
            return this == ED25519 ? "A signature of it by Ed25519" : "A signature of it by ECDSA";
        }

        /** Java's name for its keys. */
        String keys() {
            return keys;
        }

        /** Java's name for its signatures. */
        String signature() {
            return signature;
        }
    }

    @Override
    public String id() {
        return algorithm == Algorithm.ED25519 ? "ed25519" : "ecdsa-p256";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        KeyPairText keys = KeyPairText.read(secret.text(), algorithm);
        return layout.check(message, secret, algorithm.length, content -> new Proof(algorithm.words(),
                received -> keys.verifies(content, received), Optional.empty()), trace);
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        KeyPairText keys = KeyPairText.read(secret.text(), algorithm);
        return keys.canSign() ? layout.sign(message, keys::sign) : List.of();
    }

    @Override
    public Optional<String> objection(String secretText) {
        return KeyPairText.read(secretText, algorithm).canCheck()
                ? Optional.empty()
                : Optional.of(secretText.isEmpty()
                        ? "The secret is empty."
                        : "The secret is not the provider's public key; copy it as the provider shows it.");
    }

    @Override
    public Optional<String> signingObjection(Secret secret) {
        return KeyPairText.read(secret.text(), algorithm).canSign()
                ? Optional.empty()
                : Optional.of("“" + secret.name() + "” is a public key: it checks, but only the provider, who has the "
                        + "private key, can sign.");
    }

    /** None: a signature does not give its key away. */
    @Override
    public List<String> secretHeaders() {
        return List.of();
    }

    @Override
    public Optional<Timestamp> timestamp() {
        return layout.timestamp();
    }
}
