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
import dev.hookglass.workbench.RejudgingQueue.Task;
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
    private final RejudgingQueue queue = new RejudgingQueue(this::isReady);
    private volatile @Nullable Problem problem;
    private @Nullable Thread worker;

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
        add(note, RejudgingQueue::newer);
    }

    private void add(Unfinished note, BinaryOperator<Task> choice) {
        problem = null;
        queue.add(note, choice);
        startWorker();
        tell();
    }

    private synchronized void startWorker() {
        if (worker == null && !queue.isClosed()) {
            worker = Thread.ofVirtual().name("rejudging").start(this::run);
        }
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
            add(note, RejudgingQueue::newer);
        }
    }

    @Override
    public void secretsReadable() {
        queue.wake();
    }

    /**
     * Told of each event once it is stored; never blocks. One that was judged by what its source was before a change, or
     * without secrets that could not be read, is judged again.
     */
    void stored(EventSummary event, Source judgedBy) {
        boolean isCurrent = sources.find(event.sourceId()).filter(judgedBy::judgesAs).isPresent();
        if ((isCurrent && isReadable(judgedBy)) || queue.isComingTo(event)) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                if (!queue.isComingTo(event)) {
                    begin(event.sourceId(), event.id() - 1);
                }
            } catch (Problem e) {
                LOG.warn("Event {} keeps its first verdict: {}", event.id(), e.sentence());
            }
        });
    }

    private static boolean isReadable(Source source) {
        return source.secrets().isEmpty() || source.secrets().stream().anyMatch(Secret::isReadable);
    }

    private void run() {
        for (Task task = queue.next(); task != null; task = queue.next()) {
            try {
                step(task);
            } catch (Problem e) {
                LOG.warn("Judging again failed: {}", e.sentence());
                problem = e;
                queue.remove(task);
            } catch (RuntimeException e) {
                LOG.error("Judging again failed", e);
                problem = new Problem("The events could not be judged again; the details are in the log.", e);
                queue.remove(task);
            }
            tell();
        }
    }

    /** Without a secret that can be read every verdict would be lost. */
    private boolean isReady(int source) {
        return sources.find(source).map(Rejudging::isReadable).orElse(true);
    }

    private void step(Task task) throws Problem {
        Optional<Source> source = sources.find(task.source);
        List<Judged> page = source.isEmpty()
                ? List.of()
                : verdicts.judge(task.source, task.reached, PAGE, event -> intake.judge(source.get(), event.request(),
                        event.body(), event.summary().receivedAt(), event.summary().scheme()));
        if (page.isEmpty()) {
            if (queue.end(task, source.isPresent())) {
                verdicts.end(task.source, task.change);
                queue.remove(task);
            }
            return;
        }
        if (task.total == 0) {
            task.total = verdicts.count(task.source, task.first);
        }
        long last = page.getLast().event().id();
        if (queue.isWanted(task)) {
            verdicts.update(page, new Unfinished(task.source, task.change, last));
            queue.reached(task, last, page.size());
        }
    }

    private void tell() {
        queue.wake();
        listeners.forEach(Runnable::run);
    }

    /** What is being done; empty if nothing is. Never blocks. */
    public Optional<Progress> progress() {
        return queue.current()
                .map(task -> new Progress(task.source, sources.nameOf(task.source), task.done, task.total));
    }

    /** Why it ended before its time; empty if it did not. It is taken up at the next start. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Leaves the events of a source that are not judged again yet as they are. */
    public void cancel(int source) throws Problem {
        Optional<Task> task = queue.remove(source);
        if (task.isPresent()) {
            verdicts.end(source, task.get().change);
            tell();
        }
    }

    /**
     * Waits until a source's events are judged, if they are to be.
     *
     * @param onProgress told each time some more are judged
     * @throws Problem if they cannot be
     */
    public void await(int source, Consumer<Progress> onProgress) throws Problem, InterruptedException {
        queue.await(source,
                () -> progress().filter(progress -> progress.sourceId() == source).ifPresent(onProgress));
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
        queue.close();
        synchronized (this) {
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
