package dev.hookglass.delivery;

import java.time.Duration;

/** The time of a run, which stands still while it is paused. For any thread. */
final class RunClock {
    private long startNanos;
    private long pausedNanos;
    private volatile boolean isPaused;

    synchronized void start() {
        startNanos = System.nanoTime();
    }

    synchronized Duration elapsed() {
        return Duration.ofNanos((isPaused ? pausedNanos : System.nanoTime()) - startNanos);
    }

    /** Waits until so much time has passed, and while the clock is paused. */
    void waitUntil(Duration due) throws InterruptedException {
        // Those that send as fast as they can do not wait for each other either.
        if (due.isPositive() || isPaused) {
            await(due);
        }
    }

    private synchronized void await(Duration due) throws InterruptedException {
        Duration left = due.minus(elapsed());
        while (isPaused || left.compareTo(Duration.ZERO) > 0) {
            if (isPaused) {
                wait();
            } else {
                // Rounded up: waiting for 0 ms would be for ever.
                wait(left.toMillis() + 1);
            }
            left = due.minus(elapsed());
        }
    }

    synchronized void pause() {
        if (!isPaused) {
            pausedNanos = System.nanoTime();
            isPaused = true;
        }
    }

    synchronized void resume() {
        if (isPaused) {
            startNanos += System.nanoTime() - pausedNanos;
            isPaused = false;
            notifyAll();
        }
    }
}
