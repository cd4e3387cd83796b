package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a head that Undertow refused, as far as can be told from its bytes. Undertow does not say. Values
 * of headers are not repeated, since they may be secrets.
 */
final class HeadFault {
    static final int MOST_HEAD = 256 * 1024;
    static final int MOST_HEADERS = 200;
    static final int MOST_PARAMETERS = 1_000;
    private static final Pattern REQUEST_LINE = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+ \\S+ HTTP/\\d\\.\\d");
    private static final Pattern BARE_LINE_END = Pattern.compile("\r(?!\n)|(?<!\r)\n");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*).*");

    private HeadFault() {}

    /** Whether the limit was passed before the head had ended. */
    static boolean isTooLarge(byte[] read) {
        return read.length > MOST_HEAD && headOf(read).length() > MOST_HEAD;
    }

    /** Whether a head that Undertow took has what it should not have taken. */
    static boolean isWronglyTaken(Bytes head) {
        String text = head.latin1();
        int begin = 0;
        while (begin < text.length() && (text.charAt(begin) == '\r' || text.charAt(begin) == '\n')) {
            begin++;
        }
        int end = text.indexOf("\r\n", begin);
        boolean isHttp1 = end > begin && text.startsWith(" HTTP/1.", end - 9)
                && (text.charAt(end - 1) == '0' || text.charAt(end - 1) == '1');
        return !isHttp1 || text.indexOf('\0') >= 0;
    }

    /** What is wrong, in words. */
    static String words(byte[] read) {
        if (read.length > 1 && read[0] == 0x16 && read[1] == 3) {
            return "TLS was spoken to the plain port; use a URL that begins with http://";
        }
        String head = headOf(read);
        if (head.startsWith("PRI * HTTP/2")) {
            return "HTTP/2 was spoken; only HTTP/1.1 is understood";
        }
        if (head.indexOf('\0') >= 0) {
            return "the head has a NUL byte";
        }
        if (BARE_LINE_END.matcher(head).find()) {
            return "a line does not end with CR LF";
        }
        RequestHead parsed = RequestHead.parse(Bytes.ofLatin1(head));
        return Stream.of(line(head, parsed), header(head), length(parsed), host(parsed))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("the head breaks the rules of HTTP/1.1");
    }

    private static String headOf(byte[] read) {
        String text = Bytes.wrap(read).latin1();
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end + 2);
    }

    private static @Nullable String line(String head, RequestHead parsed) {
        String line = head.lines().findFirst().orElse("");
        String target = parsed.target();
        if (!REQUEST_LINE.matcher(line).matches()) {
            return "the first line is not a method, a target and HTTP/1.1";
        }
        if (!parsed.protocol().equals("HTTP/1.1") && !parsed.protocol().equals("HTTP/1.0")) {
            return "the protocol is not HTTP/1.1";
        }
        if (!target.startsWith("/") && !ABSOLUTE.matcher(target).matches()) {
            return "the target neither begins with / nor is a URL";
        }
        if (BAD_ESCAPE.matcher(target).find()) {
            return "the target has a % that is not followed by two hex digits";
        }
        long parameters = parsed.query().map(query -> query.chars().filter(next -> next == '&').count() + 1).orElse(0L);
        return parameters > MOST_PARAMETERS ? "the target has more than " + MOST_PARAMETERS + " parameters" : null;
    }

    private static @Nullable String header(String head) {
        List<String> lines = head.lines().skip(1).toList();
        if (lines.size() > MOST_HEADERS) {
            return "there are more than " + MOST_HEADERS + " headers";
        }
        for (String line : lines) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            int colon = line.indexOf(':');
            if (!folded && (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches())) {
                return "a header line does not begin with a name and a colon";
            }
        }
        return null;
    }

    private static @Nullable String length(RequestHead head) {
        List<String> lengths = head.all("Content-Length");
        int codings = head.all("Transfer-Encoding").size();
        if (!lengths.isEmpty() && codings > 0) {
            return "it has both Content-Length and Transfer-Encoding";
        }
        if (lengths.size() > 1) {
            return "it has " + lengths.size() + " Content-Length headers";
        }
        if (lengths.stream().anyMatch(length -> !length.matches("\\d{1,18}"))) {
            return "Content-Length is not a number";
        }
        return codings > 1 ? "it has " + codings + " Transfer-Encoding headers" : null;
    }

    private static @Nullable String host(RequestHead head) {
        List<Header> hosts = head.headers().stream().filter(header -> header.is("Host")).toList();
        if (hosts.size() != 1) {
            return hosts.isEmpty() ? "it has no Host header" : "it has " + hosts.size() + " Host headers";
        }
        var url = ABSOLUTE.matcher(head.target());
        if (url.matches() && !url.group(1).equalsIgnoreCase(hosts.getFirst().value())) {
            return "the target names another host than the Host header";
        }
        return "the Host header is not a host and port";
    }
}
