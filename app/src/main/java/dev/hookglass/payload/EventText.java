package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A request as lines of text, for being compared with another. */
public final class EventText {
    private static final String MASK = "••••••••";

    /** Of bodies that are no text no more than this is compared line by line, in bytes. */
    private static final int MOST_HEX = 4 << 20;

    private EventText() {}

    /**
     * The request line and the headers.
     *
     * @param sorts whether the order and case of header names do not count
     * @param isSecret tells whose values are not shown; two of them look the same then
     */
    public static List<String> head(RequestHead head, boolean sorts, Predicate<Header> isSecret) {
        List<String> headers = new ArrayList<>();
        for (Header header : head.headers()) {
            String name = sorts ? header.name().toLowerCase(Locale.ROOT) : header.name();
            headers.add(name + ": " + (isSecret.test(header) ? MASK : header.value()));
        }
        if (sorts) {
            headers.sort(Comparator.naturalOrder());
        }
        headers.addFirst(head.method() + " " + head.readableTarget() + " " + head.protocol());
        return headers;
    }

    /** The body as it came: text line by line, anything else as hex. */
    public static List<String> bodyAsSent(Bytes body, List<Header> headers) {
        Decoded decoded = Decoded.decode(body, headers);
        return decoded instanceof Decoded.Text text ? lines(TextLines.of(text.text())) : hex(decoded.bytes());
    }

    private static List<String> hex(Bytes bytes) {
        if (bytes.size() <= MOST_HEX) {
            return lines(new HexDump(bytes));
        }
        List<String> lines = lines(new HexDump(Bytes.wrap(Arrays.copyOf(bytes.array(), MOST_HEX))));
        lines.add("… what follows is not compared line by line. All of it: " + bytes.size() + " bytes, SHA-256 "
                + bytes.sha256());
        return lines;
    }

    /** The body: JSON laid out, anything else as it came. */
    public static List<String> body(Bytes body, List<Header> headers, boolean sorts, IgnoredPaths ignored) {
        if (!(Decoded.decode(body, headers) instanceof Decoded.Text text)) {
            return bodyAsSent(body, headers);
        }
        Optional<List<String>> json = JsonSorted.lines(text.text(), sorts, ignored);
        return json.orElseGet(() -> lines(TextLines.of(text.text())));
    }

    private static List<String> lines(Lines lines) {
        List<String> all = new ArrayList<>(lines.count());
        for (int i = 0; i < lines.count(); i++) {
            all.add(lines.line(i));
        }
        return all;
    }
}
