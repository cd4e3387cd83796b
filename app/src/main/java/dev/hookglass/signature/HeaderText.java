package dev.hookglass.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Secrets that travel as header text: their bytes, and comparing them in constant time. */
final class HeaderText {
    private HeaderText() {}

    /** Whether a header's value (ISO-8859-1 text, as captured) is the UTF-8 form of a secret. Constant time. */
    static boolean same(String headerValue, String secret) {
        return MessageDigest.isEqual(headerValue.getBytes(StandardCharsets.ISO_8859_1),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    /** A text as a header value: its UTF-8 bytes, each as one ISO-8859-1 character. */
    static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Why a text cannot travel in a header (RFC 9110 §5.5), or empty if it can. */
    static Optional<String> objection(String text) {
        if (text.isEmpty()) {
            return Optional.of("The secret is empty.");
        }
        if (!text.equals(text.strip())) {
            return Optional.of("The secret begins or ends with white space, which no header can carry.");
        }
        return text.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)
                ? Optional.of("The secret contains a line break or control character, which no header can carry.")
                : Optional.empty();
    }
}
