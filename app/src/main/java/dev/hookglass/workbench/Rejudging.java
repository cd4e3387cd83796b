package dev.hookglass.workbench;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.VerdictTable;
import dev.hookglass.store.VerdictTable.Judged;
import dev.hookglass.store.VerdictTable.Unfinished;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges stored events again when something that verdicts depend on has changed: a source's secrets, provider, tolerance or
 * public URL. Each event is judged by its source as it is now and by the time the event came. What is under way is noted in
 * the database and taken up after a crash; a later change of the same source begins anew. Safe for use by many threads.
 */
public final class Rejudging implements Sources.Watcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rejudging.class);
    private static final int PAGE = 200;

    private final Sources sources;
    private final Intake intake;
    private final VerdictTable verdicts;
    /** Notes of one process have different numbers; those of an earlier process are older than all of them. */
    private final AtomicLong changes = new AtomicLong(System.currentTimeMillis());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Integer, Unfinished> announced = new ConcurrentHashMap<>();
    private final Map<Integer, Task> tasks = new LinkedHashMap<>();
    private volatile @Nullable Task current;
    private volatile @Nullable Problem problem;
    private @Nullable Thread worker;
    private boolean isClosed;

    /** What is to be done for one source. Its position is the worker's own. */
    private static final class Task {
        final int source;
        final long change;
        final long first;
        long reached;
        /** The newest event that relies on it. */
        long last;
        volatile long done;
        volatile long total;

        Task(Unfinished note) {
            source = note.source();
            change = note.change();
            first = note.reached();
            reached = first;
        }
    }

    /**
     * How far it has come.
     *
     * @param sourceId the source whose events are judged
     * @param source its name
     * @param done events judged so far
     * @param total events to judge
     */
    public record Progress(int sourceId, String source, long done, long total) {
        /** From 0 to 1. */
        public double share() {
            return total == 0 ? 0 : Math.min(1, (double) done / total);
        }
    }

    Rejudging(Sources sources, Catalogue providers, EventStore events) {
        this.sources = sources;
        this.intake = new Intake(providers);
        this.verdicts = events.verdicts();
    }

    /** Takes up what was not finished when the data folder was open last. */
    void resume() {
        try {
            for (Unfinished note : verdicts.unfinished()) {
                add(note, (present, _) -> present);
            }
        } catch (Problem e) {
            LOG.warn("Judging again was not taken up: {}", e.sentence());
        }
    }

    /** Judges all events of a source again. */
    public void again(int source) throws Problem {
        begin(source, 0);
    }

    private void begin(int source, long reached) throws Problem {
        Unfinished note = new Unfinished(source, changes.incrementAndGet(), reached);
        verdicts.begin(note);
        add(note, Rejudging::newer);
    }

    private void add(Unfinished note, BinaryOperator<Task> choice) {
        synchronized (this) {
            problem = null;
            Task task = tasks.merge(note.source(), new Task(note), choice);
            if (current == null && isReady(task)) {
                current = task;
            }
            if (worker == null && !isClosed) {
                worker = Thread.ofVirtual().name("rejudging").start(this::run);
            }
        }
        tell();
    }

    private static Task newer(Task one, Task other) {
        return one.change > other.change ? one : other;
    }

    /** Noted before the source is saved, since the process may end between the two. */
    @Override
    public void beforeChange(int source) throws Problem {
        Unfinished note = new Unfinished(source, changes.incrementAndGet(), 0);
        verdicts.begin(note);
        announced.put(source, note);
    }

    @Override
    public void afterChange(int source) {
        Unfinished note = announced.remove(source);
        if (note != null) {
            add(note, Rejudging::newer);
        }
    }

    @Override
    public synchronized void secretsReadable() {
        notifyAll();
    }

    /**
     * Told of each event once it is stored; never blocks. One that was judged by what its source was before a change, or
     * without secrets that could not be read, is judged again.
     */
    void stored(EventSummary event, Source judgedBy) {
        boolean isCurrent = sources.find(event.sourceId()).filter(judgedBy::judgesAs).isPresent();
        if ((isCurrent && isReadable(judgedBy)) || isComingTo(event)) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                if (!isComingTo(event)) {
                    begin(event.sourceId(), event.id() - 1);
                }
            } catch (Problem e) {
                LOG.warn("Event {} keeps its first verdict: {}", event.id(), e.sentence());
            }
        });
    }

    /** Whether what is under way will come to an event, and if so, sees to it that it does not end before. */
    private synchronized boolean isComingTo(EventSummary event) {
        Task task = tasks.get(event.sourceId());
        if (task == null || task.reached >= event.id()) {
            return isClosed;
        }
        task.last = Math.max(task.last, event.id());
        return true;
    }

    private static boolean isReadable(Source source) {
        return source.secrets().isEmpty() || source.secrets().stream().anyMatch(Secret::isReadable);
    }

    private void run() {
        for (Task task = next(); task != null; task = next()) {
            try {
                step(task);
            } catch (Problem e) {
                LOG.warn("Judging again failed: {}", e.sentence());
                problem = e;
                remove(task);
            } catch (RuntimeException e) {
                LOG.error("Judging again failed", e);
                problem = new Problem("The events could not be judged again; the details are in the log.", e);
                remove(task);
            }
            tell();
        }
    }

    /** The next task that can be worked at; null once closed. */
    private synchronized @Nullable Task next() {
        try {
            while (!isClosed) {
                Optional<Task> ready = tasks.values().stream().filter(this::isReady).findFirst();
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

    /** Without a secret that can be read every verdict would be lost. */
    private boolean isReady(Task task) {
        return sources.find(task.source).map(Rejudging::isReadable).orElse(true);
    }

    private void step(Task task) throws Problem {
        Optional<Source> source = sources.find(task.source);
        List<Judged> page = source.isEmpty()
                ? List.of()
                : verdicts.judge(task.source, task.reached, PAGE, event -> intake.judge(source.get(), event.request(),
                        event.body(), event.summary().receivedAt(), event.summary().scheme()));
        if (page.isEmpty()) {
            end(task, source.isPresent());
            return;
        }
        if (task.total == 0) {
            task.total = verdicts.count(task.source, task.first);
        }
        long last = page.getLast().event().id();
        if (isStillWanted(task)) {
            verdicts.update(page, new Unfinished(task.source, task.change, last));
            reached(task, last, page.size());
        }
    }

    private void end(Task task, boolean hasSource) throws Problem {
        synchronized (this) {
            if (hasSource && task.last > task.reached) {
                // It was stored after the page had been read.
                return;
            }
            remove(task);
        }
        verdicts.end(task.source, task.change);
    }

    private synchronized boolean isStillWanted(Task task) {
        return tasks.get(task.source) == task && !isClosed;
    }

    private synchronized void reached(Task task, long id, int more) {
        task.reached = id;
        task.done += more;
        task.total = Math.max(task.total, task.done);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task.source, task);
        if (current == task) {
            current = null;
        }
        notifyAll();
    }

    private void tell() {
        synchronized (this) {
            notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    /** What is being done; empty if nothing is. Never blocks. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(current)
                .map(task -> new Progress(task.source, sources.nameOf(task.source), task.done, task.total));
    }

    /** Why it ended before its time; empty if it did not. It is taken up at the next start. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Leaves the events of a source that are not judged again yet as they are. */
    public void cancel(int source) throws Problem {
        Task task;
        synchronized (this) {
            task = tasks.get(source);
            if (task == null) {
                return;
            }
            remove(task);
        }
        verdicts.end(source, task.change);
        tell();
    }

    /**
     * Waits until a source's events are judged, if they are to be.
     *
     * @param onProgress told each time some more are judged
     * @throws Problem if they cannot be
     */
    public void await(int source, Consumer<Progress> onProgress) throws Problem, InterruptedException {
        synchronized (this) {
            while (tasks.containsKey(source) && !isClosed) {
                progress().filter(progress -> progress.sourceId() == source).ifPresent(onProgress);
                wait();
            }
        }
        Problem failure = problem;
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Calls a listener whenever there is progress.
     *
     * @param listener called on a thread of this object's; must not block
     * @return ends it
     */
    public Runnable onProgress(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends after the page under way; what is left is taken up when the data folder is opened again. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            isClosed = true;
            notifyAll();
            running = worker;
        }
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
