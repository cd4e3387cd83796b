package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Sent;
import dev.hookglass.event.Header;
import java.util.List;

/**
 * An attempt as it stands in a page among others.
 *
 * @param attempt itself; without a body where that is the event's
 * @param isBodyOfEvent whether the body that was sent is that of the event
 */
record PagedAttempt(Attempt attempt, boolean isBodyOfEvent) {
    /** What holds more stands by itself. */
    private static final int MOST_BYTES = 8 << 10;

    /** Whether what was sent may stand in a page: the only attempt of its delivery, of an event, and small. */
    static boolean fits(Sent sent) {
        return sent.previous().isEmpty() && sent.eventId().isPresent() && bytes(sent) <= MOST_BYTES;
    }

    private static long bytes(Sent sent) {
        long bytes = sent.request().url().requestTarget().length() + bytes(sent.request().headers());
        if (!sent.isBodyOfEvent()) {
            bytes += sent.request().body().size();
        }
        return sent.outcome() instanceof Outcome.Answered answered
                ? bytes + answered.body().size() + bytes(answered.headers())
                : bytes;
    }

    private static long bytes(List<Header> headers) {
        long bytes = 0;
        for (Header header : headers) {
            bytes += header.name().length() + header.value().length();
        }
        return bytes;
    }

    long eventId() {
        return attempt.eventId().orElseThrow();
    }
}
