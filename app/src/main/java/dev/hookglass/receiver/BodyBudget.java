package dev.hookglass.receiver;

import java.time.Duration;

/** How many bytes of bodies may be held at one time, so that many large requests together do not exhaust the memory. */
final class BodyBudget {
    private final long most;
    private long held;

    BodyBudget(long most) {
        this.most = most;
    }

    /** Takes that many, if there are. */
    synchronized boolean take(long bytes) {
        if (held + bytes > most) {
            return false;
        }
        held += bytes;
        return true;
    }

    /** Takes that many as soon as there are; false if there were not in time. */
    synchronized boolean await(long bytes, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long millis = time.toMillis(); millis > 0; millis = (end - System.nanoTime()) / 1_000_000) {
            if (take(bytes)) {
                return true;
            }
            wait(millis);
        }
        return false;
    }

    synchronized void giveBack(long bytes) {
        held -= bytes;
        notifyAll();
    }
}
