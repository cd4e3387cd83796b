package dev.hookglass.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 request: request line and header lines (RFC 9112 §2–5).
 *
 * @param method the method as sent, any token
 * @param target the request target as sent: never decoded, never normalised
 * @param protocol such as {@code HTTP/1.1}
 * @param headers in the order, case and number received
 */
public record RequestHead(String method, String target, String protocol, List<Header> headers) {
    public RequestHead {
        headers = List.copyOf(headers);
    }

    /**
     * Reads a head from its bytes on the wire. Lenient, since these bytes were received and are to be shown: a line
     * without a colon becomes a header with an empty value, a folded line belongs to the one before.
     */
    public static RequestHead parse(Bytes wire) {
        String[] lines = wire.latin1().split("\r?\n", -1);
        String[] requestLine = lines[0].split(" +", 3);
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            addLine(headers, lines[i]);
        }
        return new RequestHead(requestLine[0], requestLine.length > 1 ? requestLine[1] : "",
                requestLine.length > 2 ? requestLine[2] : "", headers);
    }

    private static void addLine(List<Header> headers, String line) {
        if (line.isEmpty()) {
            return;
        }
        if ((line.charAt(0) == ' ' || line.charAt(0) == '\t') && !headers.isEmpty()) {
            Header folded = headers.removeLast();
            headers.add(new Header(folded.name(), folded.value() + " " + line.strip()));
            return;
        }
        int colon = line.indexOf(':');
        headers.add(colon < 0
                ? new Header(line, "")
                : new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }

    /** This head as bytes on the wire, with the empty line that ends it. */
    public Bytes toBytes() {
        StringBuilder wire = new StringBuilder(256);
        wire.append(method).append(' ').append(target).append(' ').append(protocol).append("\r\n");
        for (Header header : headers) {
            wire.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return Bytes.ofLatin1(wire.append("\r\n").toString());
    }

    /** The value of the first header of that name, in whatever case. */
    public Optional<String> first(String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
    }

    /** All values of headers of that name, in the order received. */
    public List<String> all(String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value).toList();
    }

    /** The target without its query. */
    public String path() {
        return pathOf(target);
    }

    /** A request target without its query: {@code /cmp?x=1} gives {@code /cmp}. */
    public static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query of the target without its question mark, absent if there is none. */
    public Optional<String> query() {
        int query = target.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
    }
}
