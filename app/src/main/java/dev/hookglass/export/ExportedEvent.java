package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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

    /** An event as it came. */
    public static ExportedEvent of(CapturedEvent event, String source) {
        return new ExportedEvent(event.summary(), source, event.request(), event.head(), event.body());
    }

    /**
     * An event as it came but for the secrets in its head.
     *
     * @param isSecret names the headers whose values must not be seen
     * @param mask takes the secrets out of a target
     */
    public static ExportedEvent redacted(CapturedEvent event, String source, Predicate<Header> isSecret,
            UnaryOperator<String> mask) {
        RequestHead head = event.request();
        String target = mask.apply(head.target());
        if (target.equals(head.target()) && head.headers().stream().noneMatch(isSecret)) {
            return of(event, source);
        }
        RequestHead redacted = new RequestHead(head.method(), target, head.protocol(), head.headers()
                .stream()
                .map(header -> isSecret.test(header) ? new Header(header.name(), REDACTED) : header)
                .toList());
        return new ExportedEvent(event.summary().withTarget(redacted.readableTarget()), source, redacted,
                redacted.toBytes(),
                event.body());
    }

    /** Where it was sent to, as far as its own head tells. */
    String url() {
        // Only a proxy is asked in this form; a path may hold a URL as well.
        return !head.target().startsWith("/") && head.target().contains("://")
                ? head.target()
                : summary.scheme() + "://" + head.first("Host").orElse("localhost") + head.target();
    }
}
