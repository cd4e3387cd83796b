package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Forms as browsers send them ({@code application/x-www-form-urlencoded}). */
final class FormFields {
    private FormFields() {}

    /**
     * The decoded fields, sorted by name, each with its different values, sorted. A character stands for one byte, so that
     * what is not UTF-8 loses nothing. What is not encoded properly stands for itself.
     */
    static SortedMap<String, SortedSet<String>> of(Bytes body) {
        SortedMap<String, SortedSet<String>> fields = new TreeMap<>();
        for (String pair : body.latin1().split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                fields.computeIfAbsent(name, _ -> new TreeSet<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** The names and values of a form, in that order and with nothing between. */
    static byte[] runTogether(Bytes body) {
        StringBuilder fields = new StringBuilder(body.size());
        of(body).forEach((name, values) -> values.forEach(value -> fields.append(name).append(value)));
        return fields.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decode(String text) {
        return FormText.decoded(text.replace('+', ' '));
    }
}
