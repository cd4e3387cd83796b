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
    /** Of the 200 ms for each MiB: after that nothing new is tried, and what is under way is waited for a little longer. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    /** The rest of them is for telling what was found. */
    private static final long MOST_WAITED = TimeUnit.MILLISECONDS.toNanos(175);

    private final long start = System.nanoTime();
    private final AtomicLong work = new AtomicLong();
    private final long mostNanos;
    private final long mostWaited;
    private volatile boolean isCancelled;

    /** @param size of the body, in bytes */
    Budget(Patience patience, int size) {
        boolean isHurried = patience == Patience.MOMENT && size >= LARGE;
        double mebibytes = Math.max(1, (double) size / MEBIBYTE);
        mostNanos = isHurried ? (long) (MOST_NANOS * mebibytes) : Long.MAX_VALUE;
        mostWaited = isHurried ? (long) (MOST_WAITED * mebibytes) : Long.MAX_VALUE;
    }

    /** How long from now on somebody waits for an answer. */
    long nanosToWait() {
        return mostWaited - (System.nanoTime() - start);
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
