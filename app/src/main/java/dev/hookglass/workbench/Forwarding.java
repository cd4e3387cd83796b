package dev.hookglass.workbench;

import dev.hookglass.delivery.Outcome;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.Forward;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes events on to their sources' targets once they are stored, each source on a lane of its own. What waits is not held
 * in memory: the events are in the store, and a lane reads on from the last that it passed on, also after a restart. What
 * was under way when Hookglass ended is sent again then. Safe for use by many threads.
 */
final class Forwarding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    /** Beyond that, senders are answered by their sources' own rules. */
    private static final int MOST_WAITING = 1_000;

    private final EventStore events;
    private final Sources sources;
    private final ForwardLane.Passing passing;
    private final Map<Integer, ForwardLane> lanes = new ConcurrentHashMap<>();
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("forward-clock").factory());
    private volatile boolean closed;

    /** A sender who waits for what the target answers; null for no answer in time. */
    private record Waiting(Consumer<Outcome.@Nullable Answered> told, ScheduledFuture<?> limit) {}

    Forwarding(EventStore events, Sources sources, ForwardLane.Passing passing) {
        this.events = events;
        this.sources = sources;
        this.passing = passing;
    }

    /** Goes on where it was when Hookglass ended. */
    void resume() throws Problem {
        for (Map.Entry<Integer, Long> reached : events.forwards().reached().entrySet()) {
            if (sources.find(reached.getKey()).flatMap(Source::forward).isPresent()) {
                lane(reached.getKey(), reached.getValue()).wake();
            } else {
                events.forwards().forget(reached.getKey());
            }
        }
    }

    /**
     * Takes an event that is stored. Never blocks.
     *
     * @param source as it was when the event came
     */
    void stored(EventSummary event, Source source) {
        if (closed) {
            return;
        }
        if (source.forward().isPresent()) {
            lane(source.id(), event.id() - 1).wake(event.id());
        } else {
            ForwardLane gone = lanes.remove(source.id());
            if (gone != null) {
                gone.end();
            }
        }
    }

    private ForwardLane lane(int sourceId, long reached) {
        return lanes.computeIfAbsent(sourceId,
                id -> ForwardLane.begin(id, reached, events, () -> forward(id), passing, this::answered));
    }

    private @Nullable Forward forward(int sourceId) {
        return sources.find(sourceId).flatMap(Source::forward).orElse(null);
    }

    /**
     * Takes an event whose sender waits for what the target answers. Never blocks.
     *
     * @param most how long
     * @param told the answer, or null for none in time; called once, on any thread
     */
    void stored(EventSummary event, Source source, Duration most, Consumer<Outcome.@Nullable Answered> told) {
        if (waiting.size() >= MOST_WAITING || closed) {
            told.accept(null);
        } else {
            waiting.put(event.id(), new Waiting(told, clock.schedule(() -> answered(event.id(), null),
                    most.toMillis(), TimeUnit.MILLISECONDS)));
        }
        stored(event, source);
    }

    private void answered(long eventId, @Nullable Outcome outcome) {
        Waiting sender = waiting.remove(eventId);
        if (sender != null) {
            sender.limit().cancel(false);
            sender.told().accept(outcome instanceof Outcome.Answered answer && !answer.truncated() ? answer : null);
        }
    }

    /** Ends what is under way; the receiver is to be closed before. */
    @Override
    public void close() {
        closed = true;
        waiting.keySet().forEach(id -> answered(id, null));
        clock.shutdownNow();
        for (ForwardLane lane : lanes.values()) {
            if (!lane.close()) {
                LOG.warn("Passing events on was still under way when Hookglass closed");
            }
        }
    }
}
