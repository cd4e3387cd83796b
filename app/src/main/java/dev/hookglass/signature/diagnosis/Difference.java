package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.Bytes;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where what was received first differs from what matches.
 *
 * @param offset the first different byte of the signed content, from 0; at its end where one only goes on
 * @param received the signed content as received
 * @param matching the signed content that matches
 */
public record Difference(int offset, Bytes received, Bytes matching) {
    private static final int CONTEXT = 16;

    static Optional<Difference> between(Bytes received, Bytes matching) {
        int offset = Arrays.mismatch(received.array(), matching.array());
        return offset < 0 ? Optional.empty() : Optional.of(new Difference(offset, received, matching));
    }

    /** The difference in a sentence, with a few bytes on either side. */
    public String words() {
        return "From byte " + offset + " on, " + quoted(received) + " was received, and " + quoted(matching)
                + " matches.";
    }

    private String quoted(Bytes bytes) {
        int from = Math.max(0, offset - CONTEXT);
        int to = Math.min(bytes.size(), offset + CONTEXT);
        StringBuilder words = new StringBuilder(from > 0 ? "“…" : "“");
        for (int i = from; i < to; i++) {
            int b = bytes.array()[i] & 0xFF;
            words.append(switch (b) {
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> b >= ' ' && b < 0x7F ? String.valueOf((char) b) : String.format("\\x%02x", b);
            });
        }
        return words.append(to < bytes.size() ? "…”" : "”").toString();
    }
}
