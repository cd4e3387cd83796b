package dev.hookglass.payload;

import dev.hookglass.event.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a Content-Type header says.
 *
 * @param name type and subtype in lower case, such as {@code application/json}; empty where there is no header
 * @param charset the charset parameter as sent, without quotes
 */
public record MediaType(String name, Optional<String> charset) {
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

    /** Whether it is JSON by name: {@code application/json}, {@code text/json} or {@code …+json}. */
    public boolean isJson() {
        return name.endsWith("/json") || name.endsWith("+json");
    }
}
