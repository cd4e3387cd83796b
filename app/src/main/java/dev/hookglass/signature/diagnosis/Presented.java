package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in a header that could be a signature.
 *
 * @param header the header's name as sent
 * @param value the whole value of that header
 * @param prefix what stands in front of it in its entry, such as {@code sha256=}
 * @param text as written
 * @param bytes decoded
 * @param form how it is written
 */
@SuppressWarnings("ArrayRecordComponent") // Looked at, never compared.
record Presented(String header, String value, String prefix, String text, byte[] bytes, Form form) {
    /** How bytes are written as text. */
    enum Form {
        HEX("hex"), UPPER_HEX("upper-case hex"), BASE64("base64"), BASE64URL("base64url");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Of the hash functions in use and of Ed25519. */
    private static final Set<Integer> LENGTHS = Set.of(20, 32, 64);
    /** Nobody sends so many; whoever does wants to keep us busy. */
    private static final int MOST = 24;
    private static final Pattern ENTRY = Pattern
            .compile(
                    "(?:^|[\\s,;])((?:[A-Za-z0-9_-]{1,24}[=:,]\\s?)?)[\"':]?([A-Za-z0-9+/_-]{27,128}={0,2})[\"':]?(?=$|[\\s,;])");

    /** All that a request has. */
    static List<Presented> in(RequestHead head) {
        List<Presented> found = new ArrayList<>();
        for (Header header : head.headers()) {
            Matcher entries = ENTRY.matcher(header.value());
            int at = 0;
            while (found.size() < MOST && entries.find(at)) {
                add(found, header, entries.group(1), entries.group(2));
                at = entries.end();
            }
        }
        return found;
    }

    private static void add(List<Presented> found, Header header, String prefix, String text) {
        for (Form form : Form.values()) {
            try {
                byte[] bytes = switch (form) {
                    case HEX -> text.equals(text.toLowerCase(Locale.ROOT))
                            ? HexFormat.of().parseHex(text)
                            : new byte[0];
                    case UPPER_HEX -> text.equals(text.toLowerCase(Locale.ROOT))
                            ? new byte[0]
                            : HexFormat.of().parseHex(text);
                    case BASE64 -> text.matches(".*[-_].*") ? new byte[0] : Base64.getDecoder().decode(text);
                    case BASE64URL -> text.matches(".*[+/].*") || text.length() % 4 == 0 && !text.matches(".*[-_].*")
                            ? new byte[0]
                            : Base64.getUrlDecoder().decode(text);
                };
                if (LENGTHS.contains(bytes.length) || isDer(bytes)) {
                    found.add(new Presented(header.name(), header.value(), prefix, text, bytes, form));
                }
            } catch (IllegalArgumentException another) {
                // It is not written so.
            }
        }
    }

    /** An ECDSA signature is a sequence of two numbers, of varying length. */
    private static boolean isDer(byte[] bytes) {
        return bytes.length >= 68 && bytes.length <= 73 && bytes[0] == 0x30 && bytes[1] == bytes.length - 2;
    }
}
