package dev.hookglass.payload;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.net.URLDecoder;

/**
 * A field of a form as it was sent in a body of {@code application/x-www-form-urlencoded}.
 *
 * @param name decoded
 * @param value decoded; as sent where its escapes are broken
 * @param source the name, the equals sign and the value exactly as sent
 */
public record FormField(String name, String value, String source) {
    /** More fields than this are not listed. */
    public static final int MOST = 10_000;

    /** The fields in the order sent, those of one name one by one. Never throws. */
    public static List<FormField> read(String body, Charset charset) {
        List<FormField> fields = new ArrayList<>();
        for (String source : body.strip().split("&", MOST + 1)) {
            if (!source.isEmpty() && fields.size() < MOST) {
                int equals = source.indexOf('=');
                String name = equals < 0 ? source : source.substring(0, equals);
                String value = equals < 0 ? "" : source.substring(equals + 1);
                fields.add(new FormField(decoded(name, charset), decoded(value, charset), source));
            }
        }
        return fields;
    }

    private static String decoded(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
