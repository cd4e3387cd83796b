package dev.hookglass.target;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Header;
import java.util.List;
import java.util.Map;

/**
 * Where a request goes, and what it carries there.
 *
 * @param url where to
 * @param headers what it carries, in the place of headers of the same names; none for a URL that is no saved target
 * @param secretHeaders the names of those whose values are secret
 * @param variables texts by name, for requests that are composed
 */
public record Destination(TargetUrl url, List<Header> headers, List<String> secretHeaders,
        Map<String, String> variables) {
    public Destination {
        headers = List.copyOf(headers);
        secretHeaders = List.copyOf(secretHeaders);
        variables = Map.copyOf(variables);
    }

    /** A URL alone. */
    public static Destination of(TargetUrl url) {
        return new Destination(url, List.of(), List.of(), Map.of());
    }

    /** The request as it goes there: with its headers, and otherwise the same. */
    public OutboundRequest carrying(OutboundRequest request) {
        return request.withHeadersSet(headers);
    }

    /** Whether the value of a header is one of the target's secrets. */
    public boolean isSecret(Header header) {
        return secretHeaders.stream().anyMatch(header::is);
    }
}
