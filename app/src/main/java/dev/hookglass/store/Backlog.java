package dev.hookglass.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Events that wait to be committed, bounded in number and bytes, and the answers that earlier ones got. Answers go along with
 * the next events; where none come, they go alone after a moment. Waiting is by monitor and not by interrupt, since an
 * interrupt during a write would close H2's file channel under it.
 */
final class Backlog {
    private static final int MOST_ANSWERS = 20_000;
    private static final long ANSWERS_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final int mostEvents;
    private final long mostBytes;
    private final Queue<PendingEvent> queue = new ArrayDeque<>();
    private final List<PendingAnswer> answers = new ArrayList<>();
    private long answersDue;
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

    /** What is committed together. */
    record Group(List<PendingEvent> events, List<PendingAnswer> answers) {
        boolean isEmpty() {
            return events.isEmpty() && answers.isEmpty();
        }
    }

    /** Adds an answer, or forgets it because too many are waiting or nothing more is taken. Never blocks. */
    synchronized boolean offer(PendingAnswer answer) {
        if (closed || answers.size() >= MOST_ANSWERS) {
            return false;
        }
        answers.add(answer);
        if (answers.size() == 1) {
            answersDue = System.nanoTime() + ANSWERS_WAIT_NANOS;
            notifyAll();
        }
        return true;
    }

    /** Waits until there is something, then takes what there is up to a number; empty only when closed and drained. */
    synchronized Group take(int most) throws InterruptedException {
        long left = 1;
        while (queue.isEmpty() && !closed && left > 0) {
            if (answers.isEmpty()) {
                wait();
            } else {
                left = answersDue - System.nanoTime();
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
        List<PendingEvent> group = new ArrayList<>(Math.min(most, queue.size()));
        while (group.size() < most && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        List<PendingAnswer> taken = List.copyOf(answers);
        answers.clear();
        return new Group(group, taken);
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
