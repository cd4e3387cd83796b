package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the store in order every few seconds: forces the file to disk, notes the last event, takes away what was deleted and what is too old. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long BREATH_MILLIS = 2_000;

    private final Upkeep upkeep;
    private final Deletions deletions;
    private final HighWater highWater;
    private final LongSupplier lastId;
    private final InstantSource clock;
    private final Thread thread;
    private Retention retention = Retention.EVERYTHING;
    private long noted;
    private boolean changed;
    private boolean closed;

    Keeper(Upkeep upkeep, Deletions deletions, HighWater highWater, LongSupplier lastId, InstantSource clock) {
        this.upkeep = upkeep;
        this.deletions = deletions;
        this.highWater = highWater;
        this.lastId = lastId;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("store-keeper").unstarted(this::run);
        thread.start();
    }

    /** Changes what is kept, from now on. */
    synchronized void setRetention(Retention kept) {
        retention = kept;
        changed = true;
        notifyAll();
    }

    private void run() {
        try {
            while (!rest()) {
                keepOrLeave();
            }
        } catch (InterruptedException closing) {
            LOG.debug("The store's keeper ends", closing);
        }
    }

    private void keepOrLeave() {
        try {
            keep();
        } catch (Error noMemory) {
            // Not even to tell it; the next time there may be.
        }
    }

    private synchronized boolean rest() throws InterruptedException {
        long end = System.nanoTime() + BREATH_MILLIS * 1_000_000;
        changed = false;
        for (long left = BREATH_MILLIS; left > 0 && !closed && !changed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void keep() {
        Retention current;
        synchronized (this) {
            current = retention;
        }
        try {
            long last = lastId.getAsLong();
            upkeep.force();
            if (last != noted) {
                noted = last;
                highWater.note(last);
            }
            deletions.purge();
            deletions.apply(current, clock.instant());
            upkeep.tidy(this::isClosed);
            upkeep.done();
        } catch (Problem e) {
            if (!isClosed()) {
                LOG.warn("The store was not kept in order: {}", e.sentence());
            }
        } catch (RuntimeException e) {
            LOG.error("Keeping the store in order failed", e);
        }
    }

    /** Ends it; what it is about is left after the batch under way. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
        ThreadEnd.await(thread);
    }
}
