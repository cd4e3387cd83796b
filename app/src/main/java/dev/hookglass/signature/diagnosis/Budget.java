package dev.hookglass.signature.diagnosis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a diagnosis may take, so that the largest bodies take seconds, not minutes. Safe for several threads. */
final class Budget {
    /** From this size on a body may take longer than a person waits without noticing. */
    static final int LARGE = 64 << 10;

    /** How many bytes are signed in all before it gives up. */
    private static final long MOST_WORK = 512L << 20;
    /** What a try costs besides the body. */
    private static final int OVERHEAD = 2 << 10;
    private static final int MEBIBYTE = 1 << 20;
    /** Of the 200 ms for each MiB the rest is for what is under way then: a try, and telling what was found. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final AtomicLong work = new AtomicLong();
    private final long start = System.nanoTime();
    private final long mostNanos;
    private volatile boolean isCancelled;

    /** @param size of the body, in bytes */
    Budget(Patience patience, int size) {
        mostNanos = patience == Patience.MOMENT && size >= LARGE
                ? Math.max(MOST_NANOS, MOST_NANOS * size / MEBIBYTE)
                : Long.MAX_VALUE;
    }

    /** Something was signed to be compared. */
    void spend(int bytes) {
        work.addAndGet(OVERHEAD + (long) bytes);
    }

    /** Whether there is some left, and nobody has interrupted the thread that asks. */
    boolean goesOn() {
        if (Thread.currentThread().isInterrupted()) {
            cancel();
        }
        return !isCancelled && work.get() <= MOST_WORK && System.nanoTime() - start < mostNanos;
    }

    void cancel() {
        isCancelled = true;
    }

    boolean isCancelled() {
        return isCancelled;
    }
}
