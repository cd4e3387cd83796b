package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;

/** An event and the URL that it was sent to; of no event for 0. */
record SentTo(long event, String url) {
    static SentTo of(Attempt attempt) {
        return new SentTo(attempt.eventId().orElse(0), attempt.request().url().toString());
    }
}
