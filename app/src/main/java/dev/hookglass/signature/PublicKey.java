package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;

/**
 * A signature by a key pair: the provider signs with its private key, and its public key checks.
 *
 * @param layout where the signature stands and what it covers
 * @param algorithm how it is computed
 */
public record PublicKey(Layout layout, Algorithm algorithm) implements InHeader {
    /** Algorithms in use by providers, the last four in HTTP message signatures only (RFC 9421 §3.3). */
    public enum Algorithm {
        /** Ed25519 (RFC 8032); a signature has 64 bytes. */
        ED25519("Ed25519", "Ed25519", 64),
        /** ECDSA on P-256 with SHA-256; a signature is DER, of varying length. */
        ECDSA_P256("EC", "SHA256withECDSA", 0),
        /** ECDSA on P-256 with SHA-256; a signature is two numbers of 32 bytes. */
        ECDSA_P256_PLAIN("EC", "SHA256withECDSAinP1363Format", 64),
        /** ECDSA on P-384 with SHA-384; a signature is two numbers of 48 bytes. */
        ECDSA_P384_PLAIN("EC", "SHA384withECDSAinP1363Format", 96),
        /** RSASSA-PSS (RFC 8017) with SHA-512 and 64 bytes of salt. */
        RSA_PSS_SHA512("RSA", "RSASSA-PSS", 0),
        /** RSASSA-PKCS1-v1_5 (RFC 8017) with SHA-256. */
        RSA_SHA256("RSA", "SHA256withRSA", 0);

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
            return switch (this) {
                case ED25519 -> "A signature of it by Ed25519";
                case ECDSA_P256, ECDSA_P256_PLAIN, ECDSA_P384_PLAIN -> "A signature of it by ECDSA";
                case RSA_PSS_SHA512 -> "A signature of it by RSA-PSS";
                case RSA_SHA256 -> "A signature of it by RSA";
            };
        }

        /** Java's name for its keys. */
        String keys() {
            return keys;
        }

        /** What computes its signatures. */
        Signature signature() throws GeneralSecurityException {
            Signature function = Signature.getInstance(signature);
            if (this == RSA_PSS_SHA512) {
                function.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64,
                        PSSParameterSpec.TRAILER_FIELD_BC));
            }
            return function;
        }

        /** Whether a key of the right kind is of the right size as well. */
        boolean takes(Key key) {
            return !(key instanceof ECKey curved)
                    || curved.getParams().getCurve().getField()
                            .getFieldSize() == (this == ECDSA_P384_PLAIN ? 384 : 256);
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
                : Optional.of(checksOnly(secret));
    }

    static String checksOnly(Secret secret) {
        return "“" + secret.name()
                + "” is a public key: it checks, but only the provider, who has the private key, can sign.";
    }
}
