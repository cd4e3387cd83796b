package dev.hookglass.signature;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys in a secret's text: DER in base64 or PEM ({@link KeyDer}), or for Ed25519 also 64 hex digits (a public key), {@code whpk_…} or
 * {@code whsk_…}. PEM blocks of both keys may stand one after the other.
 */
record KeyPairText(PublicKey.Algorithm algorithm, Optional<java.security.PublicKey> checking,
        Optional<PrivateKey> signing) {
    private static final Pattern PEM = Pattern.compile("-----(BEGIN|END) [A-Z ]+-----");
    private static final Pattern HEX_KEY = Pattern.compile("[0-9A-Fa-f]{64}");
    /** What DER puts in front of the 32 bytes of an Ed25519 key (RFC 8410 §4, §7). */
    private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int KEY_LENGTH = 32;

    static KeyPairText read(String secretText, PublicKey.Algorithm algorithm) {
        KeyPairText keys = new KeyPairText(algorithm, Optional.empty(), Optional.empty());
        for (String block : PEM.splitAsStream(secretText).toList()) {
            String text = block.replaceAll("\\s", "");
            if (!text.isEmpty()) {
                for (byte[] der : KeyDer.forms(der(text, algorithm), algorithm)) {
                    keys = keys.with(der);
                }
            }
        }
        return keys;
    }

    private static byte[] der(String text, PublicKey.Algorithm algorithm) {
        try {
            if (algorithm == PublicKey.Algorithm.ED25519) {
                if (HEX_KEY.matcher(text).matches()) {
                    return joined(PUBLIC_HEAD, HexFormat.of().parseHex(text));
                }
                if (text.startsWith("whpk_")) {
                    return joined(PUBLIC_HEAD, Base64.getDecoder().decode(text.substring(5)));
                }
                if (text.startsWith("whsk_")) {
                    // The public key may follow the private one.
                    return joined(PRIVATE_HEAD,
                            Arrays.copyOf(Base64.getDecoder().decode(text.substring(5)), KEY_LENGTH));
                }
            }
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noKey) {
            return new byte[0];
        }
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    private KeyPairText with(byte[] der) {
        KeyPairText keys = with(der, algorithm.keys());
        // Keys may be marked as for PSS and nothing else (RFC 8017 appendix C).
        return keys.equals(this) && algorithm == PublicKey.Algorithm.RSA_PSS_SHA512 ? with(der, "RSASSA-PSS") : keys;
    }

    private KeyPairText with(byte[] der, String kind) {
        try {
            KeyFactory factory = KeyFactory.getInstance(kind);
            try {
                return new KeyPairText(algorithm,
                        Optional.of(factory.generatePublic(new X509EncodedKeySpec(der))).filter(algorithm::takes)
                                .or(() -> checking),
                        signing);
            } catch (InvalidKeySpecException notPublic) {
                PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(der));
                if (!algorithm.takes(key)) {
                    return this;
                }
                Optional<java.security.PublicKey> other = key instanceof RSAPrivateCrtKey rsa
                        ? Optional.of(factory.generatePublic(
                                new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent(), rsa.getParams())))
                        : Optional.empty();
                return new KeyPairText(algorithm, checking.or(() -> other), Optional.of(key));
            }
        } catch (InvalidKeySpecException noKey) {
            return this;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + kind, e);
        }
    }

    boolean canSign() {
        return signing.isPresent() && canCheck();
    }

    /** An Ed25519 signature is always the same, so the private key checks as well. */
    boolean canCheck() {
        return checking.isPresent() || signing.isPresent() && algorithm == PublicKey.Algorithm.ED25519;
    }

    boolean verifies(List<byte[]> content, byte[] received) {
        if (checking.isEmpty()) {
            return MessageDigest.isEqual(sign(content), received);
        }
        try {
            Signature verifier = algorithm.signature();
            verifier.initVerify(checking.get());
            for (byte[] piece : content) {
                verifier.update(piece);
            }
            return verifier.verify(received);
        } catch (SignatureException | InvalidKeyException notASignature) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    byte[] sign(List<byte[]> content) {
        try {
            Signature signer = algorithm.signature();
            signer.initSign(signing.orElseThrow());
            for (byte[] piece : content) {
                signer.update(piece);
            }
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The private key cannot sign", e);
        }
    }

    /** Whether there are keys, never the keys. */
    @Override
    public String toString() {
        return "KeyPairText[" + algorithm + "]";
    }
}
