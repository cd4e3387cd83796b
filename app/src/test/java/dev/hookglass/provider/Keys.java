package dev.hookglass.provider;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Key pairs as senders have them. */
final class Keys {
    private Keys() {}

    /** A fresh pair on P-256. */
    static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both keys in PEM, one after the other. */
    static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n" + mime(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n" + mime(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String mime(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }
}
