package dev.hookglass.ledger;

import dev.hookglass.event.Answer;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger notes of an event.
 *
 * @param id the event's
 * @param micros when it was received, in microseconds since 1970
 * @param source its source
 * @param outcome its verdict
 * @param status the status of the reply; 0 where there is none
 * @param bytes the length of its body
 * @param tookMicros how long the reply took, in microseconds; -1 while that is not known
 * @param type what its provider calls it
 * @param method the request method
 * @param attempt 1 for the first with its key
 */
public record Entry(long id, long micros, int source, Outcome outcome, int status, long bytes, long tookMicros,
        @Nullable String type, String method, int attempt) {
    /** What is not known. */
    public static final int UNKNOWN = -1;

    /** The same, answered so. */
    public Entry withAnswer(int newStatus, long newTook) {
        return new Entry(id, micros, source, outcome, newStatus, bytes, newTook, type, method, attempt);
    }

    static Entry of(EventSummary event) {
        return new Entry(event.id(), micros(event.receivedAt()), event.sourceId(), event.verdict().outcome(),
                event.status(), event.bodyBytes(), event.answer().map(Entry::took).orElse((long) UNKNOWN),
                event.type(), event.method(), event.attempt());
    }

    static long took(Answer answer) {
        return answer.after().map(Duration::toNanos).map(nanos -> nanos / 1_000).orElse((long) UNKNOWN);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
