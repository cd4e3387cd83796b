package dev.hookglass.signature.diagnosis;

import java.nio.charset.StandardCharsets;

/** Characters among UTF-8 bytes; a byte that belongs to none is taken for itself. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes the character takes that begins here; 1 where none does. */
    static int length(byte[] bytes, int at) {
        int b = bytes[at] & 0xFF;
        int length = b < 0xC2 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 1;
        if (at + length > bytes.length) {
            return 1;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    /** The character; what is none is told by -1. */
    static int at(byte[] bytes, int at, int length) {
        return switch (length) {
            case 2 -> (bytes[at] & 0x1F) << 6 | bytes[at + 1] & 0x3F;
            case 3 -> (bytes[at] & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
            case 4 -> (bytes[at] & 0x07) << 18 | (bytes[at + 1] & 0x3F) << 12 | (bytes[at + 2] & 0x3F) << 6
                    | bytes[at + 3] & 0x3F;
            default -> bytes[at];
        };
    }

    static void add(ByteText out, int character) {
        if (character < 0x80) {
            out.add(character);
        } else {
            byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
            out.add(bytes, 0, bytes.length);
        }
    }
}
