package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Events to store, and waiting for them. */
final class Captures {
    static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456789Z");

    private Captures() {}

    /** A capture with values that tests change one at a time. */
    record Draft(int source, String method, String target, @Nullable String type, @Nullable String key,
            Outcome outcome, int status, Bytes body) {
        Draft source(int changed) {
            return new Draft(changed, method, target, type, key, outcome, status, body);
        }

        Draft method(String changed) {
            return new Draft(source, changed, target, type, key, outcome, status, body);
        }

        Draft target(String changed) {
            return new Draft(source, method, changed, type, key, outcome, status, body);
        }

        Draft type(@Nullable String changed) {
            return new Draft(source, method, target, changed, key, outcome, status, body);
        }

        Draft key(@Nullable String changed) {
            return new Draft(source, method, target, type, changed, outcome, status, body);
        }

        Draft outcome(Outcome changed) {
            return new Draft(source, method, target, type, key, changed, status, body);
        }

        Draft status(int changed) {
            return new Draft(source, method, target, type, key, outcome, changed, body);
        }

        Draft body(Bytes changed) {
            return new Draft(source, method, target, type, key, outcome, status, changed);
        }

        Capture capture() {
            RequestHead head = new RequestHead(method, target, "HTTP/1.1",
                    List.of(new Header("Host", "localhost"), new Header("X-Näme", "välue")));
            return new Capture(AT, source, "generic", "127.0.0.1:5", type, 1, key, new Verdict(outcome, "Because."),
                    status, head.toBytes(), body);
        }
    }

    /** The same, received at another time. */
    static Capture at(Instant time, Capture capture) {
        return new Capture(time, capture.sourceId(), capture.provider(), capture.remote(), capture.type(),
                capture.items(),
                capture.key(), capture.verdict(), capture.status(), capture.head(), capture.body());
    }

    static Draft draft() {
        return new Draft(1, "POST", "/hook", "created", null, Outcome.VALID, 200, Bytes.ofUtf8("{}"));
    }

    /** The outcome of storing an event. */
    static final class Told implements AppendCallback {
        private final CompletableFuture<EventSummary> outcome = new CompletableFuture<>();

        @Override
        public void stored(EventSummary event) {
            outcome.complete(event);
        }

        @Override
        public void failed(Problem problem) {
            outcome.completeExceptionally(problem);
        }

        EventSummary summary() throws Exception {
            return outcome.get(20, TimeUnit.SECONDS);
        }
    }

    static Told append(EventStore store, Draft draft) {
        Told told = new Told();
        store.append(draft.capture(), told);
        return told;
    }

    static EventSummary stored(EventStore store, Draft draft) throws Exception {
        return append(store, draft).summary();
    }

    static List<Long> ids(List<EventSummary> events) {
        return events.stream().map(EventSummary::id).toList();
    }

    static List<Long> allIds(EventStore store) throws Problem {
        return ids(store.newer(EventFilter.ALL, 0, Integer.MAX_VALUE));
    }
}
