package dev.hookglass.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the FX thread every few milliseconds, and notes how long it took to answer. What it worked itself, and how long it was
 * ready but no processor was free for it, tells a slow window from a machine that has more to do than it can.
 */
final class Heartbeat {
    private static final int BREATH_MILLIS = 4;
    /** As many beats in turn with next to no work before each say that nothing is going on. */
    private static final int CALM_BEATS = 150;
    private static final long CALM_NANOS = 4_000_000;
    private static final Duration MOST_WAIT = Duration.ofMinutes(1);

    private final ThreadTimes times;
    private final Future<?> beating;
    private @Nullable Moment before;
    private Blocks blocks = new Blocks(0, 0, 0, 0, 0);
    private int calmBeats;
    private final SlowTasks slow;
    private volatile long askedAt;

    Heartbeat() throws Exception {
        times = ThreadTimes.ofFx();
        slow = new SlowTasks(Fx.on(Thread::currentThread), () -> askedAt);
        beating = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("heartbeat").factory())
                .scheduleWithFixedDelay(this::beat, 0, BREATH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * How the FX thread did since it was asked last, in nanoseconds.
     *
     * @param longest the longest wait for an answer
     * @param worked processor time that the FX thread took meanwhile
     * @param queued for how long it waited for a processor meanwhile
     * @param busiest the most processor time between two beats
     * @param total all processor time
     */
    record Blocks(long longest, long worked, long queued, long busiest, long total) {
        private Blocks with(long wait, Moment before, Moment after) {
            long took = after.worked - before.worked;
            boolean isLongest = wait > longest;
            return new Blocks(Math.max(longest, wait), isLongest ? took : worked,
                    isLongest ? after.queued - before.queued : queued, Math.max(busiest, took), total + took);
        }
    }

    private record Moment(long worked, long queued) {}

    private void beat() {
        try {
            long start = System.nanoTime();
            askedAt = start;
            long worked = Fx.on(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            askedAt = 0;
            note(System.nanoTime() - start, new Moment(worked, times.queuedNanos()));
        } catch (InterruptedException | ExecutionException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void note(long wait, Moment now) {
        if (before != null) {
            blocks = blocks.with(wait, before, now);
            calmBeats = now.worked - before.worked < CALM_NANOS ? calmBeats + 1 : 0;
            notifyAll();
        }
        before = now;
    }

    /** Where the FX thread was while it did not answer for longer than a frame, since it was asked last. */
    List<String> slowTasks() {
        return slow.take();
    }

    /** Waits until the FX thread has had nothing to do for a while: whatever was begun has come to its end. */
    synchronized void awaitCalm() throws InterruptedException {
        calmBeats = 0;
        long end = System.nanoTime() + MOST_WAIT.toNanos();
        while (calmBeats < CALM_BEATS) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("The FX thread did not come to rest");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    synchronized Blocks take() {
        if (beating.isDone()) {
            throw new IllegalStateException("The heartbeat stopped", beating.exceptionNow());
        }
        Blocks taken = blocks;
        blocks = new Blocks(0, 0, 0, 0, 0);
        return taken;
    }
}
