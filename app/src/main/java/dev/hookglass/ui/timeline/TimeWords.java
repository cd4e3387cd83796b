package dev.hookglass.ui.timeline;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.ledger.TimeCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and counts of the timeline in words. */
final class TimeWords {
    private static final DateTimeFormatter DAY = formatter("MMM d");
    private static final DateTimeFormatter MINUTE = formatter("HH:mm");
    private static final DateTimeFormatter DAY_MINUTE = formatter("MMM d HH:mm");
    private static final DateTimeFormatter SECOND = formatter("HH:mm:ss");
    private static final DateTimeFormatter MILLI = formatter("HH:mm:ss.SSS");

    private TimeWords() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneId.systemDefault());
    }

    /** For the axis: as short as tells the buckets of a timeline of a length apart. */
    static String axis(Instant time, Duration whole) {
        return (whole.toDays() >= 3
                ? DAY
                : whole.toHours() >= 20
                        ? DAY_MINUTE
                        : whole.toMinutes() >= 5
                                ? MINUTE
                                : whole.toMillis() >= 5_000 ? SECOND : MILLI)
                .format(time);
    }

    /** The time of some buckets, with their events by verdict. */
    static String of(TimeCounts counts, int first, int last) {
        Duration width = counts.width();
        DateTimeFormatter form = width.toDays() >= 1
                ? DAY
                : width.toHours() >= 1 ? DAY_MINUTE : width.toMillis() >= 1_000 ? SECOND : MILLI;
        int total = 0;
        StringBuilder verdicts = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            int number = 0;
            for (int bucket = first; bucket <= last; bucket++) {
                number += counts.events(bucket, outcome);
            }
            total += number;
            if (number > 0) {
                verdicts.append(text("timeline.part", String.format("%,d", number), outcome.word()));
            }
        }
        return text("timeline.bucket", form.format(counts.at(first)), form.format(counts.at(last + 1)),
                count("events.count", total)) + verdicts;
    }
}
