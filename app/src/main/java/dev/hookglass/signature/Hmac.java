package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HMAC (RFC 2104) over the raw body, keyed by the secret's UTF-8 text and sent as lower-case hex behind a prefix, as in
 * {@code X-Hub-Signature: sha1=…}.
 *
 * @param header the header that carries the signature
 * @param hash the hash function
 * @param prefix what precedes the hex, such as {@code sha1=}; may be empty
 */
public record Hmac(String header, Hash hash, String prefix) implements Scheme {
    /** Hash functions in use by providers. */
    public enum Hash {
        SHA1("HmacSHA1", 20), SHA256("HmacSHA256", 32), SHA512("HmacSHA512", 64);

        private final String algorithm;
        private final int length;

        Hash(String algorithm, int length) {
            this.algorithm = algorithm;
            this.length = length;
        }
    }

    @Override
    public String id() {
        return "hmac";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret) {
        Optional<String> value = message.head().first(header);
        if (value.isEmpty()) {
            return new Verdict(Outcome.MISSING, "The request has no " + header + " header.");
        }
        Optional<String> malformation = malformation(value.get());
        if (malformation.isPresent()) {
            return new Verdict(Outcome.MALFORMED, malformation.get());
        }
        byte[] received = HexFormat.of().parseHex(value.get().substring(prefix.length()));
        return MessageDigest.isEqual(received, compute(message.body(), secret))
                ? new Verdict(Outcome.VALID, header + " matches the body and secret “" + secret.name() + "”.")
                : new Verdict(Outcome.INVALID, header + " does not match the body with secret “" + secret.name()
                        + "”: the body was changed on the way, or another secret signed it.");
    }

    private Optional<String> malformation(String value) {
        if (!value.startsWith(prefix)) {
            return Optional.of("The " + header + " header does not begin with “" + prefix + "”.");
        }
        String hex = value.substring(prefix.length());
        // Receivers compare the text, so upper-case hex would be refused by them as well.
        return hex.length() == 2 * hash.length && hex.chars().allMatch(Hmac::isLowerHex)
                ? Optional.empty()
                : Optional.of("What follows “" + prefix + "” in the " + header + " header is not " + 2 * hash.length
                        + " lower-case hex digits.");
    }

    private static boolean isLowerHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    private byte[] compute(Bytes content, Secret secret) {
        try {
            Mac mac = Mac.getInstance(hash.algorithm);
            mac.init(new SecretKeySpec(Bytes.ofUtf8(secret.text()).array(), hash.algorithm));
            return mac.doFinal(content.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + hash.algorithm, e);
        }
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        return List.of(new Header(header, prefix + HexFormat.of().formatHex(compute(message.body(), secret))));
    }

    @Override
    public Optional<String> objection(String secretText) {
        return secretText.isEmpty() ? Optional.of("The secret is empty.") : Optional.empty();
    }

    /** None: a signature does not give its key away. */
    @Override
    public List<String> secretHeaders() {
        return List.of();
    }
}
