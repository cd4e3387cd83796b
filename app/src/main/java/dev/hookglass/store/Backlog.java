package dev.hookglass.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Events that wait to be written to the journal, bounded in number and bytes. */
final class Backlog {
    private final int mostEvents;
    private final long mostBytes;
    private final Queue<PendingEvent> queue = new ArrayDeque<>();
    private long bytes;
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
        notifyAll();
        return true;
    }

    /**
     * Waits until there is something, then takes what there is up to a number and a size, but at least one event; empty when
     * closed and drained.
     *
     * @param mostTogether bytes that heads and bodies have together; a larger event is taken alone
     */
    synchronized List<PendingEvent> take(int most, long mostTogether) throws InterruptedException {
        while (queue.isEmpty() && !closed) {
            wait();
        }
        List<PendingEvent> group = new ArrayList<>(Math.min(most, queue.size()));
        long together = 0;
        for (PendingEvent next = queue.peek(); next != null && group.size() < most
                && (group.isEmpty() || together + next.bytes() <= mostTogether); next = queue.peek()) {
            group.add(queue.remove());
            together += next.bytes();
        }
        return group;
    }

    synchronized boolean isDone() {
        return closed && queue.isEmpty();
    }

    /** Gives back the room of events that are done with. */
    synchronized void release(List<PendingEvent> group) {
        bytes -= group.stream().mapToLong(PendingEvent::bytes).sum();
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
