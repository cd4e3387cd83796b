package dev.hookglass.provider;

import dev.hookglass.event.RequestHead;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The query of a request target, written as a form ({@code a=1&b=2}). */
final class QueryFields {
    private QueryFields() {}

    /** The decoded value of the first field of that name. */
    static Optional<String> find(RequestHead head, String name) {
        return head.query()
                .flatMap(query -> Arrays.stream(query.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> decode(pair[0]).equals(name))
                        .map(pair -> pair.length == 1 ? "" : decode(pair[1]))
                        .findFirst());
    }

    /** What is not encoded properly stands for itself. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
