package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

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
    private static final String TOKEN_SIGNS = "!#$%&'*+.^_`|~-";

    public OutboundRequest {
        headers = List.copyOf(headers);
    }

    /** Why this cannot be sent as one HTTP request, in words; empty if it can. Never repeats a header's value. */
    public Optional<String> objection() {
        if (!isToken(method)) {
            return Optional.of(
                    "“" + method + "” is not a method: one is a word of letters, digits and hyphens, such as POST.");
        }
        if (holds(url.requestTarget(), c -> c <= ' ' || c == 0x7f || c > 0xff)) {
            return Optional.of("The URL contains a space or a character that must be percent-encoded.");
        }
        for (Header header : headers) {
            Optional<String> objection = objectionTo(header);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static boolean isToken(String word) {
        return !word.isEmpty() && !holds(word, c -> !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9' || TOKEN_SIGNS.indexOf(c) >= 0));
    }

    /** By hand, since very many requests are looked at: streams and regular expressions took as long as sending does. */
    private static boolean holds(String text, IntPredicate wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (wanted.test(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> objectionTo(Header header) {
        if (!isToken(header.name())) {
            return Optional
                    .of("“" + header.name() + "” is not a header name: one is a word of letters, digits and hyphens.");
        }
        if (holds(header.value(), c -> c == '\r' || c == '\n' || c == 0)) {
            return Optional.of(
                    "The value of the header " + header.name() + " contains a line break, which no header can carry.");
        }
        return holds(header.value(), c -> c > 0xff)
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
