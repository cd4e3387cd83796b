package dev.hookglass.ui.base;

import java.time.Duration;

/**
 * Does something on the FX thread again and again. By a thread of its own and no animation: while one runs, JavaFX looks for
 * what is to be drawn sixty times a second.
 */
public final class Beat implements AutoCloseable {
    private final Duration every;
    private final Signal signal;
    private final Thread thread = Thread.ofVirtual().name("beat").unstarted(this::run);
    private volatile boolean ended;

    /** @param action done for the first time after {@code every} */
    public Beat(Duration every, Runnable action) {
        this.every = every;
        this.signal = new Signal(() -> {
            if (!ended) {
                action.run();
            }
            return false;
        });
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!ended) {
                Thread.sleep(every);
                signal.signal();
            }
        } catch (InterruptedException e) {
            // It has ended.
            ended = true;
        }
    }

    /** Ends it; called on the FX thread, nothing is done any more. */
    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
