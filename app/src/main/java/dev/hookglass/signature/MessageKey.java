package dev.hookglass.signature;

import dev.hookglass.signature.PublicKey.Algorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a secret is to HTTP message signatures: keys for the algorithms that its form allows, the usual one first, or else a
 * shared key in base64.
 *
 * @param secretText the secret, never shown
 * @param pairs its keys, once for each algorithm
 */
record MessageKey(String secretText, List<KeyPairText> pairs) {
    private static final String HMAC = "hmac-sha256";
    /** Names of the registry in RFC 9421 §6.2. */
    private static final Map<Algorithm, String> NAMES = Map.of(Algorithm.ED25519, "ed25519",
            Algorithm.ECDSA_P256_PLAIN, "ecdsa-p256-sha256", Algorithm.ECDSA_P384_PLAIN, "ecdsa-p384-sha384",
            Algorithm.RSA_PSS_SHA512, "rsa-pss-sha512", Algorithm.RSA_SHA256, "rsa-v1_5-sha256");

    static MessageKey read(String secretText) {
        return new MessageKey(secretText,
                Stream.of(Algorithm.values())
                        .filter(NAMES::containsKey)
                        .map(algorithm -> KeyPairText.read(secretText, algorithm))
                        .filter(pair -> pair.canCheck() || pair.signing().isPresent())
                        .toList());
    }

    /** The algorithms it may be used with. */
    List<String> algorithms() {
        return pairs.isEmpty() ? List.of(HMAC) : pairs.stream().map(MessageKey::name).toList();
    }

    private static String name(KeyPairText pair) {
        return Optional.ofNullable(NAMES.get(pair.algorithm())).orElseThrow();
    }

    boolean takes(String algorithm) {
        return algorithms().contains(algorithm);
    }

    /** @param algorithm the one that is used, if that is said; else any that fits */
    Proof proof(byte[] base, Optional<String> algorithm) {
        if (pairs.isEmpty()) {
            return Proof.equal("HMAC-SHA256", hmac(base));
        }
        List<KeyPairText> fitting = pairs.stream().filter(pair -> algorithm.isEmpty() || name(pair).equals(
                algorithm.get())).toList();
        return new Proof(fitting.getFirst().algorithm().words(),
                received -> fitting.stream().anyMatch(pair -> pair.verifies(List.of(base), received)),
                Optional.empty());
    }

    boolean canSign() {
        return pairs.isEmpty() || pairs.getFirst().canSign();
    }

    byte[] sign(byte[] base) {
        return pairs.isEmpty() ? hmac(base) : pairs.getFirst().sign(List.of(base));
    }

    private byte[] hmac(byte[] base) {
        return Hash.SHA256.hmac(KeyForm.BASE64.key(new Secret("", secretText)), List.of(base));
    }

    /** Why it cannot be used. */
    Optional<String> objection() {
        if (pairs.isEmpty()) {
            return KeyForm.BASE64.objection(secretText);
        }
        return pairs.getFirst().canCheck()
                ? Optional.empty()
                : Optional.of("This private key cannot check; paste its public key below it.");
    }

    /** What it is for, never the key. */
    @Override
    public String toString() {
        return "MessageKey" + algorithms();
    }
}
