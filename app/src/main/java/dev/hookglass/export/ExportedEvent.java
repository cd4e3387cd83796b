package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.function.Predicate;

/**
 * An event as it is to be written.
 *
 * @param summary what is known of it
 * @param source the name of its source
 * @param head its request line and headers; values that must not be seen are replaced
 * @param wire the same as bytes: those that were received, where nothing was replaced
 * @param body its body as sent
 */
public record ExportedEvent(EventSummary summary, String source, RequestHead head, Bytes wire, Bytes body) {
    /** What stands in place of a secret. */
    public static final String REDACTED = "REDACTED";

    /** An event whose headers are written as they came, but for those that the condition names. */
    public static ExportedEvent of(CapturedEvent event, String source, Predicate<Header> isSecret) {
        RequestHead head = event.request();
        if (head.headers().stream().noneMatch(isSecret)) {
            return new ExportedEvent(event.summary(), source, head, event.head(), event.body());
        }
        RequestHead redacted = new RequestHead(head.method(), head.target(), head.protocol(), head.headers()
                .stream()
                .map(header -> isSecret.test(header) ? new Header(header.name(), REDACTED) : header)
                .toList());
        return new ExportedEvent(event.summary(), source, redacted, redacted.toBytes(), event.body());
    }

    /** Where it was sent to, as far as its own head tells. */
    String url() {
        // Only a proxy is asked in this form; a path may hold a URL as well.
        return !head.target().startsWith("/") && head.target().contains("://")
                ? head.target()
                : summary.scheme() + "://" + head.first("Host").orElse("localhost") + head.target();
    }
}
