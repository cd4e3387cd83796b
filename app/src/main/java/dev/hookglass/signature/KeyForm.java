package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How a key is made of a secret's text. */
public enum KeyForm {
    /** The UTF-8 bytes of the text, whatever it looks like. */
    TEXT,
    /** The bytes that the text's hex digits stand for, in upper or lower case. */
    HEX,
    /** The bytes that the text stands for in base64, after {@code whsec_} if it begins so; padding may be missing. */
    BASE64,
    /** The same, but only of a text that begins with {@code whsec_}, which tells it from the other secrets of its provider. */
    WHSEC;

    private static final String PREFIX = "whsec_";

    Optional<byte[]> bytes(String secretText) {
        if (this == WHSEC) {
            return secretText.startsWith(PREFIX) ? BASE64.bytes(secretText) : Optional.empty();
        }
        try {
            byte[] key = switch (this) {
                case TEXT -> Bytes.ofUtf8(secretText).array();
                case HEX -> HexFormat.of().parseHex(secretText);
                case BASE64, WHSEC -> Base64.getDecoder()
                        .decode(secretText.startsWith(PREFIX) ? secretText.substring(PREFIX.length()) : secretText);
            };
            return key.length == 0 ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException anotherForm) {
            return Optional.empty();
        }
    }

    byte[] key(Secret secret) {
        return bytes(secret.text())
                .orElseThrow(() -> new IllegalArgumentException("The secret does not have the form of the key"));
    }

    Optional<String> objection(String secretText) {
        if (secretText.isEmpty()) {
            return Optional.of("The secret is empty.");
        }
        if (bytes(secretText).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(switch (this) {
            case HEX -> "The secret is not written in hex digits; copy the whole key, and nothing else.";
            case WHSEC -> "The secret is not whsec_ with base64 behind it; copy it whole, and nothing else.";
            case TEXT, BASE64 ->
                "The secret is not base64, with or without whsec_ in front; copy it whole, and nothing else.";
        });
    }
}
