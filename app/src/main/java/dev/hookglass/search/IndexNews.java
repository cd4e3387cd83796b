package dev.hookglass.search;

import java.util.ArrayList;
import java.util.List;

/** What the thread of the index is told by others, and waits for. Safe for use by many threads. */
final class IndexNews {
    private final List<Long> gone = new ArrayList<>();
    private boolean wanted;
    private boolean committed;
    private boolean damaged;
    private boolean closed;

    /** Something was committed. */
    synchronized void committed() {
        committed = true;
        notifyAll();
    }

    synchronized void gone(List<Long> ids) {
        gone.addAll(ids);
    }

    /** The files are not to be used any more. */
    synchronized void damaged() {
        damaged = true;
        notifyAll();
    }

    /** Somebody looks for something. */
    synchronized void want() {
        wanted = true;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized boolean isDamaged() {
        return damaged;
    }

    synchronized boolean isWanted() {
        return wanted;
    }

    /** Whether the files that are open are to be let go. */
    synchronized boolean endsNow() {
        return closed || damaged;
    }

    synchronized boolean takeDamaged() {
        boolean was = damaged;
        damaged = false;
        return was;
    }

    synchronized boolean takeCommitted() {
        boolean was = committed;
        committed = false;
        return was;
    }

    /** Those that have gone since they were taken last; none where they are fewer than that. */
    synchronized long[] takeGone(int least) {
        if (gone.size() < least) {
            return new long[0];
        }
        long[] taken = gone.stream().mapToLong(Long::longValue).toArray();
        gone.clear();
        return taken;
    }

    /** Waits so long, or until it is closed, or wanted, unless it rests also while it is wanted. */
    synchronized void rest(long millis, boolean alsoWanted) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0 && !closed
                && (alsoWanted || !wanted); left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Waits for something committed, but not longer than that; 0 for as long as it takes. */
    synchronized void awaitCommitted(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (!committed && !closed && !damaged && (millis == 0 || left > 0)) {
            wait(left);
            left = millis == 0 ? 0 : (end - System.nanoTime()) / 1_000_000;
        }
        committed = false;
    }
}
