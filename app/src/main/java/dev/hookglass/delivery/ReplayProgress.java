package dev.hookglass.delivery;

import java.time.Duration;

/**
 * How far a replay of many events has come.
 *
 * @param total how many are to be sent
 * @param sent how many were
 * @param succeeded how many of these were answered with a 2xx
 * @param elapsed since its start, without pauses
 * @param median half of the answers took no longer; zero before the first
 * @param slow 99 of 100 answers took no longer
 */
public record ReplayProgress(long total, long sent, long succeeded, Duration elapsed, Duration median, Duration slow) {
    public long failed() {
        return sent - succeeded;
    }

    /** How much longer it will take if it goes on as it has; zero before the first was sent. */
    public Duration remaining() {
        return sent == 0
                ? Duration.ZERO
                : Duration.ofNanos((long) ((double) elapsed.toNanos() / sent * (total - sent)));
    }

    /** How many were sent in a second. */
    public double perSecond() {
        return elapsed.isZero() ? 0 : sent / (elapsed.toNanos() / 1e9);
    }
}
