package dev.hookglass.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the FX thread every few milliseconds, and notes how long it took to answer. What it worked itself, and how long it was
 * ready but no processor was free for it, tells a slow window from a machine that has more to do than it can.
 */
final class Heartbeat {
    private static final int BREATH_MILLIS = 4;

    private Blocks blocks = new Blocks(0, 0, 0, 0, 0);

    Heartbeat() {
        Thread.ofPlatform().daemon().name("heartbeat").start(this::run);
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

    private void run() {
        try {
            ThreadTimes times = ThreadTimes.ofFx();
            Moment before = null;
            while (true) {
                long start = System.nanoTime();
                long worked = Fx.on(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                note(System.nanoTime() - start, before, new Moment(worked, times.queuedNanos()));
                before = new Moment(worked, times.queuedNanos());
                TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
            }
        } catch (InterruptedException | ExecutionException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void note(long wait, @Nullable Moment before, Moment after) {
        if (before != null) {
            blocks = blocks.with(wait, before, after);
        }
    }

    synchronized Blocks take() {
        Blocks taken = blocks;
        blocks = new Blocks(0, 0, 0, 0, 0);
        return taken;
    }
}
