package dev.hookglass.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hash functions in use by providers. */
public enum Hash {
    SHA1("HmacSHA1", "SHA-1", 20), SHA256("HmacSHA256", "SHA-256", 32), SHA512("HmacSHA512", "SHA-512", 64);

    private final String mac;
    private final String digest;
    private final int length;

    Hash(String mac, String digest, int length) {
        this.mac = mac;
        this.digest = digest;
        this.length = length;
    }

    /** The number of bytes that come out. */
    public int length() {
        return length;
    }

    /** The HMAC (RFC 2104) of several pieces, one after the other. */
    public byte[] hmac(byte[] key, List<byte[]> pieces) {
        try {
            Mac function = Mac.getInstance(mac);
            function.init(new SecretKeySpec(key, mac));
            pieces.forEach(function::update);
            return function.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + mac, e);
        }
    }

    /** The hash of several pieces, one after the other. */
    byte[] digest(List<byte[]> pieces) {
        try {
            MessageDigest function = MessageDigest.getInstance(digest);
            pieces.forEach(function::update);
            return function.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + digest, e);
        }
    }
}
