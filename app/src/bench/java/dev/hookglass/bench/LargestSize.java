package dev.hookglass.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Looks at a growing file many times a second and remembers its largest size. */
final class LargestSize {
    private static final long NAP_NANOS = 20_000_000;

    private final File file;
    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private volatile boolean ended;
    private volatile long largest;

    private LargestSize(File file) {
        this.file = file;
    }

    static LargestSize watch(Path file) {
        LargestSize watching = new LargestSize(file.toFile());
        watching.thread.start();
        return watching;
    }

    private void watch() {
        while (!ended) {
            largest = Math.max(largest, file.length());
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** Stops looking; gives the largest size in bytes. */
    long end() throws InterruptedException {
        ended = true;
        thread.join();
        return largest;
    }
}
