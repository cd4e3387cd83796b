package dev.hookglass.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Events that wait to be written to the journal, bounded in number and bytes. */
final class Backlog {
    private final int mostEvents;
    private final long mostBytes;
    private final Queue<PendingEvent> queue = new ArrayDeque<>();
    private long bytes;
    /** How many are waited for; to wake a thread for each event costs more than to write it. */
    private int enough = 1;
    private boolean closed;

    Backlog(int mostEvents, long mostBytes) {
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
    }

    /** Adds an event, or refuses it because too much is waiting or nothing more is taken. Never blocks. */
    synchronized boolean offer(PendingEvent event) {
        // One event alone is always taken, however large, or it could never be stored.
        if (closed || queue.size() >= mostEvents || (bytes > 0 && bytes + event.bytes() > mostBytes)) {
            return false;
        }
        queue.add(event);
        bytes += event.bytes();
        if (queue.size() == enough) {
            notifyAll();
        }
        return true;
    }

    /**
     * Waits until there is something, then takes what there is up to a number and a size, but at least one event; empty when
     * closed and drained.
     *
     * @param mostTogether bytes that heads and bodies have together; a larger event is taken alone
     */
    synchronized List<PendingEvent> take(int most, long mostTogether) throws InterruptedException {
        enough = 1;
        while (queue.isEmpty() && !closed) {
            wait();
        }
        List<PendingEvent> group = new ArrayList<>(Math.min(most, queue.size()));
        long together = 0;
        for (PendingEvent next : queue) {
            together += next.bytes();
            if (group.size() == most || together > mostTogether && !group.isEmpty()) {
                break;
            }
            group.add(next);
        }
        // Only now, since without memory none of them may get lost.
        for (int i = group.size(); i > 0; i--) {
            queue.remove();
        }
        return group;
    }

    /** Waits a moment for company: until so many wait, or for so many nanoseconds. */
    synchronized void gather(int events, long nanos) throws InterruptedException {
        enough = events;
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && queue.size() < events && !closed; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    synchronized boolean isDone() {
        return closed && queue.isEmpty();
    }

    /** Gives back the room of events that are done with. */
    synchronized void release(List<PendingEvent> group) {
        for (PendingEvent each : group) {
            bytes -= each.bytes();
        }
    }

    /** Takes no more, and gives what still waits. */
    synchronized List<PendingEvent> drain() {
        close();
        List<PendingEvent> waiting = List.copyOf(queue);
        queue.clear();
        return waiting;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
