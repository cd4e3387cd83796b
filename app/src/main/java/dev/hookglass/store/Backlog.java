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
    private boolean woken;
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

    /**
     * Waits until there is something, then takes what there is up to a number and a size, but at least one event; empty when the time is over, when woken,
     * or when closed and drained.
     *
     * @param mostTogether bytes that heads and bodies have together; a larger event is taken alone
     * @param millis at most so long; 0 for ever
     */
    synchronized Group take(int most, long mostTogether, long millis) throws InterruptedException {
        long deadline = millis == 0 ? Long.MAX_VALUE : System.nanoTime() + millis * 1_000_000;
        while (queue.isEmpty() && !closed && !woken) {
            long due = answers.isEmpty() ? deadline : Math.min(deadline, answersDue);
            if (due == Long.MAX_VALUE) {
                wait();
                continue;
            }
            long left = due - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        woken = false;
        List<PendingEvent> group = new ArrayList<>(Math.min(most, queue.size()));
        long together = 0;
        for (PendingEvent next = queue.peek(); next != null && group.size() < most
                && (group.isEmpty() || together + next.bytes() <= mostTogether); next = queue.peek()) {
            group.add(queue.remove());
            together += next.bytes();
        }
        List<PendingAnswer> taken = List.copyOf(answers);
        answers.clear();
        return new Group(group, taken);
    }

    /** Ends the waiting of who takes, though there is nothing. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    synchronized boolean isDone() {
        return closed && queue.isEmpty() && answers.isEmpty();
    }

    /** Waits a moment for company: until so many wait, or for so many nanoseconds. */
    synchronized void gather(int events, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && queue.size() < events && !closed && !woken; left = deadline
                - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
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
