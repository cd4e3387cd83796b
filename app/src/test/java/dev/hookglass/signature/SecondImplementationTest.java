package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.signature.PublicKey.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The algorithms of RFC 9421 §3.3, in both directions against BouncyCastle, which shares no code with those of the Java platform:
 * the RFC has vectors for some of them only.
 */
class SecondImplementationTest {
    private static final Provider OTHER = new BouncyCastleProvider();
    private static final byte[] BASE = "\"@method\": POST\n\"@signature-params\": (\"@method\");created=1618884473"
            .getBytes(StandardCharsets.US_ASCII);

    /**
     * An algorithm.
     *
     * @param name in the registry of RFC 9421 §6.2
     * @param ours what we take it for
     * @param theirs how BouncyCastle calls it
     * @param keys how Java calls its keys
     * @param parameters of the keys
     */
    record Known(String name, Algorithm ours, String theirs, String keys, AlgorithmParameterSpec parameters) {
        KeyPair pair() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Known> algorithms() {
        AlgorithmParameterSpec rsa = new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
        return Stream.of(
                new Known("ed25519", Algorithm.ED25519, "Ed25519", "Ed25519", NamedParameterSpec.ED25519),
                new Known("ecdsa-p256-sha256", Algorithm.ECDSA_P256_PLAIN, "SHA256withPLAIN-ECDSA", "EC",
                        new ECGenParameterSpec("secp256r1")),
                new Known("ecdsa-p384-sha384", Algorithm.ECDSA_P384_PLAIN, "SHA384withPLAIN-ECDSA", "EC",
                        new ECGenParameterSpec("secp384r1")),
                new Known("rsa-pss-sha512", Algorithm.RSA_PSS_SHA512, "SHA512withRSAandMGF1", "RSA", rsa),
                new Known("rsa-v1_5-sha256", Algorithm.RSA_SHA256, "SHA256withRSA", "RSA", rsa));
    }

    private static String pem(KeyPair pair) {
        Base64.Encoder base64 = Base64.getMimeEncoder();
        return "-----BEGIN PRIVATE KEY-----\n" + base64.encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n"
                + base64.encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static boolean accepts(Known known, String pem, byte[] base, byte[] signature) {
        return MessageKey.read(pem).proof(base, Optional.of(known.name())).test().test(signature);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void proof_ofWhatTheOtherSigned_acceptsItAndNothingElse(Known known) throws GeneralSecurityException {
        KeyPair pair = known.pair();
        Signature other = Signature.getInstance(known.theirs(), OTHER);
        other.initSign(pair.getPrivate());
        other.update(BASE);
        byte[] signature = other.sign();

        assertTrue(accepts(known, pem(pair), BASE, signature));
        byte[] changed = BASE.clone();
        changed[3] ^= 1;
        assertFalse(accepts(known, pem(pair), changed, signature));
        signature[signature.length / 2] ^= 1;
        assertFalse(accepts(known, pem(pair), BASE, signature));
        assertFalse(accepts(known, pem(known.pair()), BASE, signature));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void sign_theOtherAcceptsItAndNothingElse(Known known) throws GeneralSecurityException {
        KeyPair pair = known.pair();
        byte[] signature = KeyPairText.read(pem(pair), known.ours()).sign(List.of(BASE));

        Signature other = Signature.getInstance(known.theirs(), OTHER);
        other.initVerify(pair.getPublic());
        other.update(BASE);
        assertTrue(other.verify(signature));
        byte[] changed = BASE.clone();
        changed[3] ^= 1;
        other.update(changed);
        assertFalse(other.verify(signature));
        assertEquals(known.keys().equals("RSA") ? 256 : known.ours() == Algorithm.ECDSA_P384_PLAIN ? 96 : 64,
                signature.length);
    }
}
