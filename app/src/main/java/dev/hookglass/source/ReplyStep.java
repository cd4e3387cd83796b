package dev.hookglass.source;

import java.time.Duration;
import java.util.Locale;

/** What a source does to answer one request. */
public sealed interface ReplyStep {
    /** Answers with the status that the provider takes for an acknowledgement. */
    record Expected(Duration delay) implements ReplyStep {}

    /** Answers with a status of one's own. */
    record Status(int status, Duration delay) implements ReplyStep {}

    /** Closes the connection without a byte. */
    record Drop(Duration delay) implements ReplyStep {}

    /** Says nothing until the sender gives up. */
    record Never() implements ReplyStep {}

    /** How long it waits before it does so. */
    default Duration delay() {
        return switch (this) {
            case Expected expected -> expected.delay;
            case Status own -> own.delay;
            case Drop drop -> drop.delay;
            case Never _ -> Duration.ZERO;
        };
    }

    /** As a person writes it: {@code 503}, {@code expected after 5 s}, {@code drop}, {@code never}. */
    default String text() {
        String what = switch (this) {
            case Expected _ -> "expected";
            case Status own -> String.format(Locale.ROOT, "%03d", own.status);
            case Drop _ -> "drop";
            case Never _ -> "never";
        };
        return delay().isZero() ? what : what + " after " + ReplySequence.text(delay());
    }
}
