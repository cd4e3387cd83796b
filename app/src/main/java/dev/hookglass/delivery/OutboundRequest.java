package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request to be sent.
 *
 * @param method any token
 * @param url where to
 * @param headers in the order to send, values as ISO-8859-1 text; the {@link ConnectionHeaders} among them are left out
 *     when sending
 * @param body the bytes to send, unchanged
 */
public record OutboundRequest(String method, TargetUrl url, List<Header> headers, Bytes body) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    public OutboundRequest {
        headers = List.copyOf(headers);
    }

    /** Why this cannot be sent as one HTTP request, in words; empty if it can. Never repeats a header's value. */
    public Optional<String> objection() {
        if (!TOKEN.matcher(method).matches()) {
            return Optional.of(
                    "“" + method + "” is not a method: one is a word of letters, digits and hyphens, such as POST.");
        }
        if (url.requestTarget().chars().anyMatch(c -> c <= ' ' || c == 0x7f || c > 0xff)) {
            return Optional.of("The URL contains a space or a character that must be percent-encoded.");
        }
        return headers.stream().flatMap(header -> objectionTo(header).stream()).findFirst();
    }

    private static Optional<String> objectionTo(Header header) {
        if (!TOKEN.matcher(header.name()).matches()) {
            return Optional
                    .of("“" + header.name() + "” is not a header name: one is a word of letters, digits and hyphens.");
        }
        if (header.value().chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            return Optional.of(
                    "The value of the header " + header.name() + " contains a line break, which no header can carry.");
        }
        return header.value().chars().anyMatch(c -> c > 0xff)
                ? Optional.of("The value of the header " + header.name() + " contains a character outside ISO-8859-1.")
                : Optional.empty();
    }

    /**
     * The same with headers set: each in the place of the first of its name, or at the end where there is none; others of
     * its name go.
     */
    public OutboundRequest withHeadersSet(List<Header> set) {
        if (set.isEmpty()) {
            return this;
        }
        List<Header> unplaced = new ArrayList<>(set);
        List<Header> all = new ArrayList<>();
        for (Header header : headers) {
            List<Header> placed = unplaced.stream().filter(fresh -> fresh.is(header.name())).toList();
            if (set.stream().noneMatch(fresh -> fresh.is(header.name()))) {
                all.add(header);
            } else {
                all.addAll(placed);
                unplaced.removeAll(placed);
            }
        }
        all.addAll(unplaced);
        return new OutboundRequest(method, url, all, body);
    }
}
