package dev.hookglass.delivery;

import dev.hookglass.event.Header;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The headers that belong to one connection and not to the message (RFC 9110 §7.6.1), and so are left out when a request
 * is sent again and set anew where the new connection needs them. All others are sent as they are, also those that a
 * Connection header names: they reached the receiver and may be what the code under test looks for.
 */
public final class ConnectionHeaders {
    /**
     * Their names, and why:
     * <ul>
     * <li>{@code Host}: names the target, which is another one; set anew, first
     * <li>{@code Content-Length}: counted anew from the body, so that it is right; set last, if there is a body
     * <li>{@code Transfer-Encoding}: bodies are stored without their chunks and sent with a length; both together would let
     * two servers disagree on where the request ends
     * <li>{@code Connection}, {@code Keep-Alive}, {@code Proxy-Connection}: about keeping the old connection open
     * <li>{@code TE}, {@code Trailer}: about transfer codings and trailers, which are not sent
     * <li>{@code Upgrade}, {@code HTTP2-Settings}: offer another protocol, which could not be spoken
     * <li>{@code Expect}: asks to wait for a go-ahead before the body; the body is sent at once
     * <li>{@code Proxy-Authorization}: credentials for a proxy on the old way, no business of the target
     * </ul>
     */
    public static final List<String> NAMES = List.of("Host", "Content-Length", "Transfer-Encoding", "Connection",
            "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Upgrade", "HTTP2-Settings", "Expect",
            "Proxy-Authorization");

    private static final Set<String> IN_ANY_CASE = inAnyCase();

    private ConnectionHeaders() {}

    private static Set<String> inAnyCase() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(NAMES);
        return names;
    }

    /** Whether a header is one of them. */
    public static boolean include(Header header) {
        return IN_ANY_CASE.contains(header.name());
    }
}
