package dev.hookglass.workbench;

import dev.hookglass.event.EventSummary;
import dev.hookglass.store.VerdictTable.Unfinished;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be judged again, one task for each source, and how far each has come. Safe for use by many threads. */
final class RejudgingQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RejudgingQueue.class);

    private final IntPredicate isReady;
    private final Map<Integer, Task> tasks = new LinkedHashMap<>();
    private volatile @Nullable Task current;
    private boolean isClosed;

    /** What is to be done for one source. Its position is the worker's own. */
    static final class Task {
        final int source;
        final long change;
        final long first;
        long reached;
        /** The newest event that relies on it. */
        long last;
        /** Set while its note is erased: nothing can rely on it any more, but those who wait for it still do. */
        boolean isEnding;
        volatile long done;
        volatile long total;

        Task(Unfinished note) {
            source = note.source();
            change = note.change();
            first = note.reached();
            reached = first;
        }
    }

    /** @param isReady whether the events of a source can be judged now, by its id */
    RejudgingQueue(IntPredicate isReady) {
        this.isReady = isReady;
    }

    static Task newer(Task one, Task other) {
        return one.change > other.change ? one : other;
    }

    /**
     * Adds what is to be done for a source.
     *
     * @param choice which stays, where its source has a task already: the first is the present one
     */
    synchronized void add(Unfinished note, BinaryOperator<Task> choice) {
        Task task = tasks.merge(note.source(), new Task(note), choice);
        if (current == null && isReady.test(task.source)) {
            current = task;
        }
    }

    /** Waits for the next task that can be worked at; null once closed. */
    synchronized @Nullable Task next() {
        try {
            while (!isClosed) {
                Optional<Task> ready = tasks.values().stream().filter(task -> isReady.test(task.source)).findFirst();
                current = ready.orElse(null);
                if (ready.isPresent()) {
                    return ready.get();
                }
                wait();
            }
        } catch (InterruptedException e) {
            LOG.error("Judging again was interrupted", e);
        }
        return null;
    }

    /** What is worked at; never blocks. */
    Optional<Task> current() {
        return Optional.ofNullable(current);
    }

    /** Whether what is under way will come to an event, and if so, sees to it that it does not end before. */
    synchronized boolean isComingTo(EventSummary event) {
        Task task = tasks.get(event.sourceId());
        if (task == null || task.isEnding || task.reached >= event.id()) {
            return isClosed;
        }
        task.last = Math.max(task.last, event.id());
        return true;
    }

    synchronized boolean isWanted(Task task) {
        return tasks.get(task.source) == task && !isClosed;
    }

    /** Notes that some more events are judged, up to the one with that id. */
    synchronized void reached(Task task, long id, int more) {
        task.reached = id;
        task.done += more;
        task.total = Math.max(task.total, task.done);
    }

    /**
     * Ends a task that found no more events, unless some have come that rely on it. It stays, for those who wait for it,
     * until it is removed.
     *
     * @param hasSource false if its source is gone, so that nothing more can come
     * @return whether it has ended
     */
    synchronized boolean end(Task task, boolean hasSource) {
        if (hasSource && task.last > task.reached) {
            // It was stored after the page had been read.
            return false;
        }
        task.isEnding = true;
        return true;
    }

    synchronized void remove(Task task) {
        tasks.remove(task.source, task);
        if (current == task) {
            current = null;
        }
        notifyAll();
    }

    /** Removes what is to be done for a source; empty if there is nothing. */
    synchronized Optional<Task> remove(int source) {
        Optional<Task> task = Optional.ofNullable(tasks.get(source));
        task.ifPresent(this::remove);
        return task;
    }

    /** Waits until nothing is to be done for a source any more, or it is closed. */
    synchronized void await(int source, Runnable onProgress) throws InterruptedException {
        while (tasks.containsKey(source) && !isClosed) {
            onProgress.run();
            wait();
        }
    }

    /** Something has changed that somebody may wait for. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
