package dev.hookglass.store;

/** The end of a thread that was told to end. */
public final class ThreadEnd {
    private ThreadEnd() {}

    /** Waits for it. An interrupt does not shorten that, and is kept for the caller. */
    public static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
