package dev.hookglass.signature.diagnosis;

import java.util.concurrent.atomic.AtomicLong;

/** What a diagnosis may take, so that the largest bodies take seconds, not minutes. Safe for several threads. */
final class Budget {
    /** How many bytes are signed in all before it gives up. */
    private static final long MOST_WORK = 512L << 20;
    /** What a try costs besides the body. */
    private static final int OVERHEAD = 2 << 10;

    private final AtomicLong work = new AtomicLong();
    private volatile boolean isCancelled;

    /** Something was signed to be compared. */
    void spend(int bytes) {
        work.addAndGet(OVERHEAD + (long) bytes);
    }

    /** Whether there is some left, and nobody has interrupted the thread that asks. */
    boolean goesOn() {
        if (Thread.currentThread().isInterrupted()) {
            cancel();
        }
        return !isCancelled && work.get() <= MOST_WORK;
    }

    void cancel() {
        isCancelled = true;
    }

    boolean isCancelled() {
        return isCancelled;
    }
}
