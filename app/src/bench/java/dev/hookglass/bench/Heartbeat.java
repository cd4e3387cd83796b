package dev.hookglass.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the FX thread every few milliseconds, and notes how long it took to answer. */
final class Heartbeat {
    private static final int BREATH_MILLIS = 4;

    private final AtomicLong longestNanos = new AtomicLong();

    Heartbeat() {
        Thread.ofPlatform().daemon().name("heartbeat").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                long start = System.nanoTime();
                Fx.on(() -> true);
                longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
                TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds of the longest wait since it was asked last. */
    double longest() {
        return longestNanos.getAndSet(0) / 1e6;
    }
}
