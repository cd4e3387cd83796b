package dev.hookglass.ledger;

import dev.hookglass.event.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Events counted by time and verdict, in buckets of one length. */
public final class TimeCounts {
    private static final long[] STEPS_MILLIS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000,
            30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 10_800_000, 21_600_000,
            43_200_000, 86_400_000, 172_800_000, 604_800_000, 1_209_600_000, 2_592_000_000L, 7_776_000_000L,
            31_104_000_000L};
    private static final int MICROS = 1_000;

    private final Instant start;
    private final Duration width;
    private final int[][] events;

    private TimeCounts(Instant start, Duration width, int[][] events) {
        this.start = start;
        this.width = width;
        this.events = events;
    }

    /** When the oldest and the newest of some events were received. */
    public record Span(Instant first, Instant last) {}

    /** The span of some events. What is imported may be older than what was stored before, so that all are looked at. */
    public static Span span(Ledger ledger, EventIds ids) {
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        ledger.each(ids, (page, at) -> {
            ends[0] = Math.min(ends[0], page.micros[at]);
            ends[1] = Math.max(ends[1], page.micros[at]);
        });
        return ends[0] > ends[1]
                ? new Span(Instant.now(), Instant.now())
                : new Span(instant(ends[0]), instant(ends[1]));
    }

    /** Counts some events in at most so many buckets of a round length that cover a span. */
    public static TimeCounts count(Ledger ledger, EventIds ids, Span span, int mostBuckets) {
        long start = Entry.micros(span.first());
        long end = Entry.micros(span.last());
        long width = width(end - start, mostBuckets);
        long first = Math.floorDiv(start, width) * width;
        int buckets = (int) ((end - first) / width) + 1;
        int[][] events = new int[buckets][Outcome.values().length];
        ledger.each(ids, (page, at) -> {
            long micros = page.micros[at];
            if (micros >= first && micros <= end) {
                events[(int) ((micros - first) / width)][page.outcomes[at]]++;
            }
        });
        return new TimeCounts(instant(first), Duration.of(width, ChronoUnit.MICROS), events);
    }

    private static long width(long micros, int mostBuckets) {
        for (long step : STEPS_MILLIS) {
            if (micros / (step * MICROS) + 2 <= mostBuckets) {
                return step * MICROS;
            }
        }
        return Math.max(1, micros / Math.max(1, mostBuckets - 2) + 1);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** How long a bucket is. */
    public Duration width() {
        return width;
    }

    public int buckets() {
        return events.length;
    }

    /** When a bucket begins; that behind the last one is where it ends. */
    public Instant at(int bucket) {
        return start.plus(width.multipliedBy(bucket));
    }

    /** Events of a bucket with a verdict. */
    public int events(int bucket, Outcome outcome) {
        return events[bucket][outcome.code()];
    }

    /** All events of a bucket. */
    public int total(int bucket) {
        int total = 0;
        for (int number : events[bucket]) {
            total += number;
        }
        return total;
    }

    /** The events of the bucket that has most. */
    public int highest() {
        int highest = 0;
        for (int bucket = 0; bucket < buckets(); bucket++) {
            highest = Math.max(highest, total(bucket));
        }
        return highest;
    }
}
