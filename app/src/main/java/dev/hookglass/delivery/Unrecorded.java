package dev.hookglass.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was sent and is not stored yet. Those who send wait where storing falls behind, so that it stays small; the one who
 * stores is woken for many at once and not for each, since waking costs as much as sending.
 */
final class Unrecorded {
    private static final int GROUP = 500;
    private static final int MOST = 2_000;
    private static final long MOST_BYTES = 32L << 20;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private List<Sent> gathered = new ArrayList<>();
    private long bytes;
    private int senders;
    private boolean isGone;

    /** @param senders how many there are that call {@link #leave} at their end */
    Unrecorded(int senders) {
        this.senders = senders;
    }

    /** Adds one, also where the calling thread is interrupted; in vain once nobody stores any more. */
    synchronized void add(Sent sent) {
        boolean interrupted = false;
        while (!isGone && (gathered.size() >= MOST || bytes >= MOST_BYTES)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        gathered.add(sent);
        bytes += sent.bytes();
        if (isWorthIt()) {
            notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWorthIt() {
        return gathered.size() >= GROUP || bytes >= MOST_BYTES;
    }

    /** A sender has ended. */
    synchronized void leave() {
        senders--;
        notifyAll();
    }

    /** All that has gathered: many, or what there is after a moment. */
    synchronized List<Sent> take() throws InterruptedException {
        long end = System.nanoTime() + GATHER_NANOS;
        long left = GATHER_NANOS;
        while (senders > 0 && !isWorthIt() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        List<Sent> taken = gathered;
        gathered = new ArrayList<>();
        bytes = 0;
        notifyAll();
        return taken;
    }

    /** Whether nothing will come any more. */
    synchronized boolean isOver() {
        return senders == 0 && gathered.isEmpty();
    }

    /** Nobody stores any more. */
    synchronized void close() {
        isGone = true;
        notifyAll();
    }
}
