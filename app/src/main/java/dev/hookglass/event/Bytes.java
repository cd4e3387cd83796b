package dev.hookglass.event;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes exactly as they travelled: a request head, a body. Immutable by contract: whoever wraps an array gives it away,
 * and whoever asks for it does not change it, so that a body of many megabytes is held once.
 */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] array;
    /** Taken at most a few times, since threads may race for it, and always the same. */
    private @Nullable String sha256;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Takes the array over without copying it. */
    public static Bytes wrap(byte[] array) {
        return array.length == 0 ? EMPTY : new Bytes(array);
    }

    /**
     * The same, for an array whose hash was taken as it came.
     *
     * @param sha256 of these very bytes, in lower-case hex
     */
    public static Bytes wrap(byte[] array, String sha256) {
        Bytes bytes = wrap(array);
        bytes.sha256 = sha256;
        return bytes;
    }

    public static Bytes ofUtf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Bytes ofLatin1(String text) {
        return wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The array itself, not a copy: read only. */
    public byte[] array() {
        return array;
    }

    public int size() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(array);
    }

    public String utf8() {
        return new String(array, StandardCharsets.UTF_8);
    }

    public String latin1() {
        return new String(array, StandardCharsets.ISO_8859_1);
    }

    /** As UTF-8 where they are that, else each byte as the character that it is in ISO-8859-1. */
    public String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(array)).toString();
        } catch (CharacterCodingException e) {
            return latin1();
        }
    }

    /** SHA-256 in lower-case hex, 64 characters. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = hash();
            sha256 = known;
        }
        return known;
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(array));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The size only: bodies do not belong in logs. */
    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
