package dev.hookglass.signature;

import dev.hookglass.event.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what of a request must be masked on screen and in exports: headers, and in exports the query, too. */
public final class SecretHeaders {
    private static final Set<String> ALWAYS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie",
            "callback-secret", "x-api-key", "x-auth-token", "x-gitlab-token");
    /** Shorter texts occur by chance. */
    private static final int SHORTEST = 4;

    private final Scheme scheme;
    private final List<String> secretTexts;

    /**
     * @param scheme that of the event's provider
     * @param secrets those of its source
     */
    public SecretHeaders(Scheme scheme, List<Secret> secrets) {
        this.scheme = scheme;
        // Of “Header-Name: value” the value alone travels.
        this.secretTexts = secrets.stream()
                .map(Secret::text)
                .flatMap(text -> Stream.of(text, text.replaceFirst("^[^\\s:]+:\\s+", "")))
                .map(HeaderText::of)
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .toList();
    }

    /** Whether the header's value is a secret, or holds one of the source's. */
    public boolean isSecret(Header header) {
        return ALWAYS.contains(header.name().toLowerCase(Locale.ROOT))
                || scheme.secretHeaders().stream().anyMatch(header::is)
                || secretTexts.stream().anyMatch(header.value()::contains);
    }

    /** A request's target with a mask in place of each value in its query that holds one of the source's secrets. */
    public String masked(String target, String mask) {
        int query = target.indexOf('?') + 1;
        return query == 0
                ? target
                : target.substring(0, query) + Stream.of(target.substring(query).split("&", -1))
                        .map(field -> maskedField(field, mask)).collect(Collectors.joining("&"));
    }

    private String maskedField(String field, String mask) {
        boolean holdsSecret = Stream.of(FormText.decoded(field), FormText.decoded(field.replace('+', ' ')))
                .anyMatch(text -> secretTexts.stream().anyMatch(text::contains));
        return holdsSecret ? field.substring(0, field.indexOf('=') + 1) + mask : field;
    }
}
