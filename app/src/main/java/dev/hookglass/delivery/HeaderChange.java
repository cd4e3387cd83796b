package dev.hookglass.delivery;

import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a captured head that a target will see otherwise.
 *
 * @param name the header's, or empty for the request line
 * @param before as it was captured; empty for what is added
 * @param after as it is sent; empty for what is left out
 */
public record HeaderChange(String name, Optional<String> before, Optional<String> after, Reason reason) {
    /** Why it differs. */
    public enum Reason {
        /** The request line names the target's path and is HTTP/1.1. */
        REQUEST_LINE,
        /** Host names the target. */
        HOST,
        /** The length is counted anew, for the body that is sent. */
        LENGTH,
        /** It was about the connection to this receiver, or how the body travelled on it. */
        CONNECTION,
        /** It is signed anew. */
        SIGNATURE,
        /** The target carries its own. */
        TARGET
    }

    /** All lines that differ, in the order captured, what is added last. */
    public static List<HeaderChange> of(RequestHead captured, OutboundRequest sent, List<Header> ofTarget) {
        List<HeaderChange> changes = new ArrayList<>();
        String before = captured.method() + " " + captured.target() + " " + captured.protocol();
        String after = sent.method() + " " + sent.url().requestTarget() + " HTTP/1.1";
        if (!before.equals(after)) {
            changes.add(new HeaderChange("", Optional.of(before), Optional.of(after), Reason.REQUEST_LINE));
        }
        List<Header> remaining = new ArrayList<>(sent.headers());
        List<Header> changed = new ArrayList<>();
        for (Header header : captured.headers()) {
            if (ConnectionHeaders.include(header) || !remaining.remove(header)) {
                changed.add(header);
            }
        }
        changed.forEach(header -> change(header, remaining, sent, ofTarget).ifPresent(changes::add));
        added(captured, sent).ifPresent(changes::add);
        remaining.forEach(header -> changes.add(new HeaderChange(header.name(), Optional.empty(),
                Optional.of(header.value()), reason(header, ofTarget))));
        return changes;
    }

    private static Optional<HeaderChange> change(Header header, List<Header> remaining, OutboundRequest sent,
            List<Header> ofTarget) {
        Optional<String> before = Optional.of(header.value());
        if (header.is("Host")) {
            return differing(header.name(), before, Optional.of(sent.url().authority()), Reason.HOST);
        }
        if (header.is("Content-Length")) {
            return differing(header.name(), before, Optional.of(Integer.toString(sent.body().size())), Reason.LENGTH);
        }
        if (ConnectionHeaders.include(header)) {
            return differing(header.name(), before, Optional.empty(), Reason.CONNECTION);
        }
        Optional<Header> fresh = remaining.stream().filter(other -> other.is(header.name())).findFirst();
        fresh.ifPresent(remaining::remove);
        return differing(header.name(), before, fresh.map(Header::value), reason(header, ofTarget));
    }

    private static Optional<HeaderChange> differing(String name, Optional<String> before, Optional<String> after,
            Reason reason) {
        return before.equals(after) ? Optional.empty() : Optional.of(new HeaderChange(name, before, after, reason));
    }

    /** A length where the body came in chunks. */
    private static Optional<HeaderChange> added(RequestHead captured, OutboundRequest sent) {
        return captured.first("Content-Length").isEmpty() && !sent.body().isEmpty()
                ? Optional.of(new HeaderChange("Content-Length", Optional.empty(),
                        Optional.of(Integer.toString(sent.body().size())), Reason.LENGTH))
                : Optional.empty();
    }

    private static Reason reason(Header header, List<Header> ofTarget) {
        return ofTarget.stream().anyMatch(extra -> extra.is(header.name())) ? Reason.TARGET : Reason.SIGNATURE;
    }
}
