package dev.hookglass.signature;

import java.nio.charset.StandardCharsets;

/** Text as forms and queries carry it. */
public final class FormText {
    private FormText() {}

    /** The text with percent-encoding undone, a character for each byte; what is not encoded properly stays. */
    public static String decoded(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes[length++] = (byte) (16 * high + low);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
