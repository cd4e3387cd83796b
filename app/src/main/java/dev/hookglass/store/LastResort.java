package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process when the store does not get over an Error, such as one for want of memory: what that left half done in H2
 * can keep a thread busy for ever, with a lock that all others wait for, and no other thread can end that. Nothing that was
 * acknowledged is lost by it, since the journal has it. Java is ended on the spot: an orderly end would wait for that thread.
 */
public final class LastResort {
    static final String SENTENCE = "Hookglass had too little memory, or another fault in Java, and could not go on. It has ended;"
            + " all that it acknowledged is kept. Start it again.";
    private static final long NANOS_TO_GET_OVER_IT = TimeUnit.SECONDS.toNanos(20);
    /** Made before there is no memory for it. */
    private static final byte[] TOLD = (SENTENCE + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);

    private static final String FILE = "ended.txt";

    private final Path note;
    private long since;
    private boolean failed;
    private boolean closed;

    /**
     * Begins to watch, on a thread of its own.
     *
     * @param folder where it is noted if it comes to that
     */
    LastResort(Path folder) {
        note = folder.resolve(FILE);
        Thread.ofPlatform().daemon().name("store-watch").start(this::run);
    }

    /** That the process before, on a data folder, had to be ended like this; told once. */
    public static Optional<Problem> lastEnd(Path folder) {
        try {
            return Files.deleteIfExists(folder.resolve(FILE))
                    ? Optional.of(new Problem("Hookglass had to end itself the last time: it had too little memory, or"
                            + " another fault in Java. All that it acknowledged is kept. If it happens again, give Java"
                            + " more memory with HOOKGLASS_JAVA_OPTS=-Xmx2g."))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Says that Java itself failed amid the work of the store. */
    synchronized void failed() {
        if (!failed) {
            failed = true;
            since = System.nanoTime();
            notifyAll();
        }
    }

    /** Says that the store works. */
    synchronized void works() {
        failed = false;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void run() {
        while (!closed) {
            long left = failed ? NANOS_TO_GET_OVER_IT - (System.nanoTime() - since) : Long.MAX_VALUE;
            if (left <= 0) {
                end();
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException | OutOfMemoryError e) {
                // Nobody interrupts it, and it needs no memory.
            }
        }
    }

    private void end() {
        try {
            System.err.write(TOLD, 0, TOLD.length);
            System.err.flush();
            OwnerOnly.write(note, TOLD);
        } catch (IOException e) {
            // It stands on the standard error stream at least.
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
