package dev.hookglass.workbench;

import dev.hookglass.delivery.Outcome;
import dev.hookglass.event.Answer;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.Forward;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.ForwardRetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes the events of one source on, in the order received, a few at a time, and again those that are due. */
final class ForwardLane {
    private static final Logger LOG = LoggerFactory.getLogger(ForwardLane.class);
    /** So many wait for their answers at a time; with one, a slow target would be ever further behind. */
    private static final int AT_A_TIME = 8;
    private static final int PAGE = 50;
    private static final int MOST_LIVE = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Duration AFTER_PROBLEM = Duration.ofSeconds(2);
    private static final Duration TO_END = Duration.ofSeconds(3);

    private final int sourceId;
    private final EventStore events;
    private final Supplier<@Nullable Forward> forward;
    private final Passing passing;
    private final BiConsumer<Long, Outcome> onOutcome;
    private final Semaphore wakes = new Semaphore(0);
    private final Semaphore slots = new Semaphore(AT_A_TIME);
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    /** Events that came lately. Others are passed on if their senders were answered. */
    private final Set<Long> live = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean isOver;
    private long read;
    private long noted;

    /** Sends an event to a target. */
    interface Passing {
        /** What came of it, and when it is to be sent again. */
        record Passed(Outcome outcome, Optional<ForwardRetry> again) {}

        /**
         * Sends, and records the attempt. Waits for the answer.
         *
         * @param retry what is known from earlier attempts; empty for the first
         * @return empty if the event or the target is not there any more
         */
        Optional<Passed> pass(long eventId, Forward forward, Optional<ForwardRetry> retry) throws Problem;
    }

    private ForwardLane(int sourceId, long reached, EventStore events, Supplier<@Nullable Forward> forward,
            Passing passing, BiConsumer<Long, Outcome> onOutcome) {
        this.sourceId = sourceId;
        this.read = reached;
        this.noted = reached;
        this.events = events;
        this.forward = forward;
        this.passing = passing;
        this.onOutcome = onOutcome;
        this.thread = Thread.ofVirtual().name("forward-" + sourceId).unstarted(this::work);
    }

    /**
     * Begins one.
     *
     * @param reached the last event that need not be passed on
     * @param forward how the source passes events on at the moment; null if it does not
     * @param onOutcome told what came of each event's attempts
     */
    static ForwardLane begin(int sourceId, long reached, EventStore events, Supplier<@Nullable Forward> forward,
            Passing passing, BiConsumer<Long, Outcome> onOutcome) {
        ForwardLane lane = new ForwardLane(sourceId, reached, events, forward, passing, onOutcome);
        lane.thread.start();
        return lane;
    }

    /** An event has come that is to be passed on. Never blocks. */
    void wake(long eventId) {
        if (live.size() < MOST_LIVE) {
            live.add(eventId);
        }
        wake();
    }

    /** There may be something to pass on. Never blocks. */
    void wake() {
        wakes.release();
    }

    private void work() {
        try {
            events.forwards().reach(sourceId, noted);
            while (!isOver) {
                Duration rest = LONGEST_REST;
                try {
                    rest = passOn();
                } catch (Problem e) {
                    LOG.warn("Events could not be passed on: {}", e.sentence());
                    rest = AFTER_PROBLEM;
                }
                boolean woken = wakes.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            // It is being closed.
        } catch (Problem e) {
            LOG.warn("Events are not passed on: {}", e.sentence());
        }
    }

    /** Begins to pass on what is there, and says how long nothing more is to be done. */
    private Duration passOn() throws Problem, InterruptedException {
        Forward now = forward.get();
        if (now == null) {
            return LONGEST_REST;
        }
        List<EventSummary> page;
        do {
            page = events.newer(EventFilter.ALL.and(new Term.SourceIs(Set.of(sourceId))), read, PAGE);
            for (EventSummary event : page) {
                if (isOwn(event) && (live.remove(event.id()) || event.answer().isPresent() || isFresh(event))) {
                    begin(event.id(), now, Optional.empty());
                }
                read = event.id();
            }
            note();
        } while (page.size() == PAGE && !isOver);
        return passAgain(now);
    }

    /** What was imported came to somebody else. */
    private static boolean isOwn(EventSummary event) {
        return event.answer().map(answer -> answer.outcome() != Answer.Outcome.ELSEWHERE).orElse(true);
    }

    /** It may have been read before it was told of, and before its sender was answered. */
    private static boolean isFresh(EventSummary event) {
        return event.receivedAt().isAfter(Instant.now().minus(FRESH));
    }

    private Duration passAgain(Forward now) throws Problem, InterruptedException {
        for (ForwardRetry retry : events.forwards().next(sourceId, PAGE)) {
            Duration left = Duration.between(Instant.now(), retry.dueAt());
            if (left.isPositive()) {
                return left.compareTo(LONGEST_REST) < 0 ? left.plusMillis(1) : LONGEST_REST;
            }
            if (!underWay.contains(retry.eventId())) {
                begin(retry.eventId(), now, Optional.of(retry));
            }
        }
        return LONGEST_REST;
    }

    private void begin(long eventId, Forward now, Optional<ForwardRetry> retry) throws InterruptedException {
        slots.acquire();
        underWay.add(eventId);
        Thread.ofVirtual().name("forward-" + sourceId + "-" + eventId).start(() -> {
            threads.add(Thread.currentThread());
            try {
                pass(eventId, now, retry);
            } finally {
                threads.remove(Thread.currentThread());
                slots.release();
                wake();
            }
        });
    }

    private void pass(long eventId, Forward now, Optional<ForwardRetry> retry) {
        try {
            Optional<Passing.Passed> passed = passing.pass(eventId, now, retry);
            if (Thread.currentThread().isInterrupted()) {
                // Not done: it is sent again when Hookglass is started.
                return;
            }
            Optional<ForwardRetry> again = passed.flatMap(Passing.Passed::again);
            if (again.isPresent()) {
                events.forwards().again(again.get());
            } else if (retry.isPresent()) {
                events.forwards().done(eventId);
            }
            underWay.remove(eventId);
            passed.ifPresent(done -> onOutcome.accept(eventId, done.outcome()));
        } catch (Problem e) {
            LOG.warn("Event {} could not be passed on: {}", eventId, e.sentence());
            underWay.remove(eventId);
        }
    }

    /** Notes how far it has come: before the first event that is under way. */
    private void note() throws Problem {
        OptionalLong first = new TreeSet<>(underWay).stream().mapToLong(Long::longValue).findFirst();
        long reached = Math.max(noted, Math.min(read, first.orElse(Long.MAX_VALUE) - 1));
        if (reached != noted) {
            events.forwards().reach(sourceId, reached);
            noted = reached;
        }
    }

    /** Ends it for good: the source passes nothing on any more. */
    void end() {
        isOver = true;
        Thread.startVirtualThread(() -> {
            if (close()) {
                try {
                    events.forwards().forget(sourceId);
                } catch (Problem e) {
                    LOG.warn("{}", e.sentence());
                }
            }
        });
    }

    /** Ends what is under way, and says whether it has ended in a while. */
    boolean close() {
        isOver = true;
        thread.interrupt();
        List<Thread> all = new ArrayList<>(threads);
        all.forEach(Thread::interrupt);
        all.add(thread);
        boolean ended = true;
        try {
            for (Thread each : all) {
                ended &= each.join(TO_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }
}
