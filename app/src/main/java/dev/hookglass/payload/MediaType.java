package dev.hookglass.payload;

import dev.hookglass.event.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a Content-Type header says.
 *
 * @param name type and subtype in lower case, such as {@code application/json}; empty where there is no header
 * @param charset the charset parameter as sent, without quotes
 */
public record MediaType(String name, Optional<String> charset) {
    private static final Set<String> SEQUENCES = Set.of("application/x-ndjson", "application/ndjson",
            "application/jsonl", "application/x-jsonlines", "application/jsonlines", "application/stream+json",
            "application/json-seq");

    /** The first Content-Type among headers. */
    public static MediaType of(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.is("Content-Type"))
                .findFirst()
                .map(header -> parse(header.value()))
                .orElseGet(() -> new MediaType("", Optional.empty()));
    }

    static MediaType parse(String value) {
        String[] parts = value.split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0 && parts[i].substring(0, equals).strip().equalsIgnoreCase("charset")) {
                String charset = parts[i].substring(equals + 1).replace('"', ' ').strip();
                return new MediaType(nameOf(parts[0]), Optional.of(charset).filter(text -> !text.isEmpty()));
            }
        }
        return new MediaType(nameOf(parts[0]), Optional.empty());
    }

    private static String nameOf(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it is several JSON documents by name: a line each, or each after U+001E (RFC 7464). */
    public boolean isJsonSequence() {
        return SEQUENCES.contains(name) || name.endsWith("+json-seq");
    }

    /** Whether it is JSON by name: {@code application/json}, {@code text/json} or {@code …+json}. */
    public boolean isJson() {
        return !isJsonSequence() && (name.endsWith("/json") || name.endsWith("+json"));
    }
}
