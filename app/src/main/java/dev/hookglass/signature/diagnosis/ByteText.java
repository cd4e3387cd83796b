package dev.hookglass.signature.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow while a body is written in another way. */
final class ByteText {
    private byte[] bytes;
    private int length;

    ByteText(int expected) {
        bytes = new byte[expected + 64];
    }

    ByteText add(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) b;
        return this;
    }

    ByteText add(byte[] from, int start, int end) {
        int count = end - start;
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
        return this;
    }

    ByteText add(String ascii) {
        byte[] text = ascii.getBytes(StandardCharsets.ISO_8859_1);
        return add(text, 0, text.length);
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
