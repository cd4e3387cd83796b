package dev.hookglass.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the FX thread every few milliseconds, and notes how long it took to answer. */
final class Heartbeat {
    private static final int BREATH_MILLIS = 4;

    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong busiestNanos = new AtomicLong();
    private long workedBefore;

    Heartbeat() {
        Thread.ofPlatform().daemon().name("heartbeat").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                long start = System.nanoTime();
                long worked = Fx.on(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
                if (workedBefore > 0) {
                    busiestNanos.accumulateAndGet(worked - workedBefore, Math::max);
                }
                workedBefore = worked;
                TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Milliseconds of processor time that the FX thread itself took at most between two beats, since it was asked last: what is
     * left of the longest wait where a machine has more to do than it can.
     */
    double busiest() {
        return busiestNanos.getAndSet(0) / 1e6;
    }

    /** Milliseconds of the longest wait since it was asked last. */
    double longest() {
        return longestNanos.getAndSet(0) / 1e6;
    }
}
