package dev.hookglass.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Times counted in steps of about 3 %, so that any number of them takes the same few kilobytes. For any thread. */
final class Latencies {
    private static final double STEP = Math.log(1.03);
    private static final int STEPS = 1_000;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);

    void add(Duration time) {
        counts.incrementAndGet(step(time.toNanos() / 1_000));
    }

    private static int step(long micros) {
        return (int) Math.min(STEPS - 1, Math.log((double) Math.max(1, micros)) / STEP);
    }

    /** The time that this part of all, from 0 to 1, did not exceed by more than a step; zero if there is none. */
    Duration quantile(double part) {
        long total = 0;
        for (int i = 0; i < STEPS; i++) {
            total += counts.get(i);
        }
        long wanted = (long) Math.ceil(total * part);
        long passed = 0;
        for (int i = 0; i < STEPS && total > 0; i++) {
            passed += counts.get(i);
            if (passed >= wanted) {
                return Duration.ofNanos((long) (Math.exp((i + 1) * STEP) * 1_000));
            }
        }
        return Duration.ZERO;
    }
}
