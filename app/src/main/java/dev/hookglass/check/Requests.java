package dev.hookglass.check;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;
import java.util.stream.Stream;

/** The same request with one thing changed. */
final class Requests {
    private Requests() {}

    static OutboundRequest withBody(OutboundRequest request, Bytes body) {
        return new OutboundRequest(request.method(), request.url(), request.headers(), body);
    }

    static OutboundRequest withHeader(OutboundRequest request, String name, String value) {
        return new OutboundRequest(request.method(), request.url(), Stream.concat(
                request.headers().stream().filter(header -> !header.is(name)),
                Stream.of(new Header(name, value))).toList(), request.body());
    }

    static OutboundRequest withoutHeaders(OutboundRequest request, List<String> names) {
        return new OutboundRequest(request.method(), request.url(), request.headers()
                .stream()
                .filter(header -> names.stream().noneMatch(header::is))
                .toList(), request.body());
    }

    /** With another value in each header of these names. */
    static OutboundRequest withValues(OutboundRequest request, List<String> names, String value) {
        return new OutboundRequest(request.method(), request.url(), request.headers()
                .stream()
                .map(header -> names.stream().anyMatch(header::is) ? new Header(header.name(), value) : header)
                .toList(), request.body());
    }
}
