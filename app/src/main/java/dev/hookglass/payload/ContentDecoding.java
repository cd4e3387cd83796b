package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A body with its content encodings (RFC 9110 §8.4) undone as far as that is possible and safe.
 *
 * @param bytes what came out; as sent where the first encoding could not be undone
 * @param obstacle why decoding stopped before its end, in a sentence
 * @param notes what was undone, in sentences
 */
record ContentDecoding(Bytes bytes, Optional<String> obstacle, List<String> notes) {
    /** Nobody compresses three times but to harm whoever undoes it. */
    private static final int MOST_ENCODINGS = 2;

    /** @param headerValues the values of all Content-Encoding headers, in the order received */
    static ContentDecoding undo(Bytes body, List<String> headerValues) {
        List<String> encodings = encodings(headerValues);
        if (encodings.size() > MOST_ENCODINGS) {
            return new ContentDecoding(body, Optional.of("Not decoded: " + encodings.size()
                    + " content encodings are on top of each other, and at most " + MOST_ENCODINGS + " are undone."),
                    List.of());
        }
        return undoEach(body, encodings.reversed());
    }

    private static ContentDecoding undoEach(Bytes body, List<String> encodings) {
        List<String> notes = new ArrayList<>();
        Bytes bytes = body;
        for (String encoding : encodings) {
            if (bytes.isEmpty()) {
                break;
            }
            try {
                bytes = Inflation.inflate(bytes, encoding);
            } catch (Inflation.Declined e) {
                return new ContentDecoding(bytes, Optional.of(e.sentence()), notes);
            }
            notes.add("Decoded from " + encoding + " for this view; the body as sent is compressed.");
        }
        return new ContentDecoding(bytes, Optional.empty(), notes);
    }

    private static List<String> encodings(List<String> headerValues) {
        return headerValues.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("identity"))
                .toList();
    }
}
