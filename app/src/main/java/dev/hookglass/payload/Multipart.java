package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multipart body (RFC 2046 §5.1) as its parts.
 *
 * @param parts in the order sent
 * @param obstacle why reading stopped before the end, in a sentence
 */
public record Multipart(List<Part> parts, Optional<String> obstacle) {
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_HEADERS = 100;
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]+)\"|([^\\s;\"]+))");
    private static final Pattern PARAMETER = Pattern
            .compile("(?i);\\s*(name|filename)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))");

    public Multipart {
        parts = List.copyOf(parts);
    }

    /**
     * A part.
     *
     * @param headers as sent
     * @param body as sent
     */
    public record Part(List<Header> headers, Bytes body) {
        /** The name of the form's field, if this is one. */
        public Optional<String> name() {
            return parameter("name");
        }

        /** What the sender called the file, if this is one; not to be trusted as a path. */
        public Optional<String> fileName() {
            return parameter("filename");
        }

        private Optional<String> parameter(String wanted) {
            for (Header header : headers) {
                Matcher found = PARAMETER.matcher(header.is("Content-Disposition") ? header.value() : "");
                while (found.find()) {
                    if (found.group(1).equalsIgnoreCase(wanted)) {
                        String quoted = found.group(2);
                        return Optional.of(quoted == null ? found.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** The parts of a body, if its Content-Type says that it has some. Never throws. */
    public static Optional<Multipart> read(Bytes body, List<Header> headers) {
        if (!MediaType.of(headers).name().startsWith("multipart/")) {
            return Optional.empty();
        }
        String type = headers.stream().filter(header -> header.is("Content-Type")).findFirst().orElseThrow().value();
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            return Optional
                    .of(stopped(List.of(), "The Content-Type names no boundary, so the parts cannot be told apart."));
        }
        String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return Optional.of(split(body, name));
    }

    private static Multipart stopped(List<Part> parts, String why) {
        return new Multipart(parts, Optional.of(why));
    }

    private static Multipart split(Bytes body, String boundary) {
        // Latin-1 gives every byte a character of its own, so that places in the text are places in the body.
        String text = body.latin1();
        String delimiter = "--" + new String(boundary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int at = text.startsWith(delimiter) ? 0 : delimiter(text, delimiter, 0);
        if (at < 0) {
            return stopped(parts, "The boundary “" + boundary + "” is nowhere in the body.");
        }
        while (!text.startsWith("--", at + delimiter.length())) {
            int start = text.indexOf('\n', at + delimiter.length()) + 1;
            int end = start == 0 ? -1 : delimiter(text, delimiter, start - 1);
            if (end < 0) {
                if (start > 0 && start < text.length()) {
                    parts.add(part(body, text, start, text.length()));
                }
                return stopped(parts,
                        "The body ends before its closing boundary: it is cut short, or the sender forgot it.");
            }
            if (parts.size() == MOST_PARTS) {
                return stopped(parts, "Only the first 1,000 parts are listed.");
            }
            parts.add(part(body, text, start, Math.max(start, withoutLineEnd(text, end))));
            at = end;
        }
        return new Multipart(parts, Optional.empty());
    }

    /** Where the next delimiter stands at the start of a line; -1 for nowhere. */
    private static int delimiter(String text, String delimiter, int from) {
        int found = text.indexOf("\n" + delimiter, from);
        return found < 0 ? -1 : found + 1;
    }

    private static int withoutLineEnd(String text, int delimiter) {
        int end = delimiter - 1;
        return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private static Part part(Bytes body, String text, int start, int end) {
        List<Header> headers = new ArrayList<>();
        int at = start;
        while (at < end && headers.size() < MOST_HEADERS) {
            int lineEnd = text.indexOf('\n', at);
            int next = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
            String line = new String(body.array(), at, next - at, StandardCharsets.UTF_8).strip();
            at = next;
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            headers.add(colon < 0
                    ? new Header(line, "")
                    : new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
        return new Part(List.copyOf(headers), Bytes.wrap(Arrays.copyOfRange(body.array(), at, end)));
    }
}
