package dev.hookglass.signature;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How the bytes of a signature are written as text. */
public enum Encoding {
    /** Lower-case hex digits. Receivers compare the text, so they would refuse upper case as well. */
    HEX,
    /** Base64 with padding (RFC 4648 §4). */
    BASE64,
    /** Base64 for URLs (RFC 4648 §5), without padding. */
    BASE64URL;

    /** The text. */
    public String write(byte[] bytes) {
        return switch (this) {
            case HEX -> HexFormat.of().formatHex(bytes);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    /** The bytes, if the text is exactly what {@link #write} makes of them. */
    Optional<byte[]> read(String text) {
        try {
            byte[] bytes = switch (this) {
                case HEX -> HexFormat.of().parseHex(text);
                case BASE64 -> Base64.getDecoder().decode(text);
                case BASE64URL -> Base64.getUrlDecoder().decode(text);
            };
            // Decoders forgive other spellings, which no receiver that compares texts would take.
            return bytes.length > 0 && write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    /**
     * What a text should have been, for people.
     *
     * @param length the number of bytes, or 0 where it varies
     */
    String words(int length) {
        return switch (this) {
            case HEX -> length == 0 ? "lower-case hex digits" : 2 * length + " lower-case hex digits";
            case BASE64 -> length == 0 ? "base64" : length + " bytes in base64";
            case BASE64URL -> length == 0 ? "base64url" : length + " bytes in base64url";
        };
    }
}
