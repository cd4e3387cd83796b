package dev.hookglass.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Answer.Handshake;
import dev.hookglass.event.Answer.Outcome;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import dev.hookglass.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTableIT {
    private static final Answer FAST = new Answer(Outcome.ANSWERED, 200, Optional.of(Duration.ofNanos(3_141_000)),
            Handshake.NONE);

    @TempDir
    private Path folder;

    private static EventSummary found(EventStore store, long id) throws Problem {
        EventSummary whole = store.find(id).orElseThrow().summary();
        assertEquals(whole, store.newer(EventFilter.ALL, id - 1, 1).getFirst());
        return whole;
    }

    @Test
    void answered_isFoundWithItsEventAfterAMoment_alsoWhenNothingElseComes() throws Exception {
        try (EventStore store = EventStore.open(folder, () -> {})) {
            long id = Captures.stored(store, Captures.draft()).id();
            assertEquals(Optional.empty(), found(store, id).answer());

            store.answered(id, FAST);

            await().until(() -> found(store, id).answer().equals(Optional.of(FAST)));
        }
    }

    @Test
    void answered_justBeforeClosing_isKept() throws Exception {
        long id;
        try (EventStore store = EventStore.open(folder, () -> {})) {
            id = Captures.stored(store, Captures.draft()).id();
            store.answered(id, FAST);
        }
        try (EventStore store = EventStore.open(folder, () -> {})) {
            assertEquals(Optional.of(FAST), found(store, id).answer());
        }
    }

    /** What is foreseen is there with the event, and gives way to what really happened. */
    @Test
    void anAnswerOutOfTheOrdinary_isThereWithItsEvent() throws Exception {
        Capture plain = Captures.draft().status(0).capture();
        Answer foreseen = new Answer(Outcome.NEVER, 0, Optional.empty(), Handshake.NONE);
        Capture capture = new Capture(plain.receivedAt(), plain.sourceId(), plain.provider(), plain.remote(),
                plain.type(), plain.items(), plain.key(), plain.verdict(), 0, plain.head(), plain.body(), false,
                Optional.of(foreseen));
        try (EventStore store = EventStore.open(folder, () -> {})) {
            Captures.Told told = new Captures.Told();
            store.append(capture, told);
            long id = told.summary().id();
            assertEquals(Optional.of(foreseen), found(store, id).answer());

            // Too many were waiting: it got a 503 instead.
            store.answered(id, new Answer(Outcome.ANSWERED, 503, Optional.of(Duration.ZERO), Handshake.MET));

            await().until(() -> found(store, id).status() == 503);
            assertTrue(found(store, id).answer().orElseThrow().isHandshake());
        }
    }

    @Test
    void handshakes_areFoundByTheFilter_metOrRefused() throws Exception {
        try (EventStore store = EventStore.open(folder, () -> {})) {
            long met = answered(store, Handshake.MET);
            long ordinary = answered(store, Handshake.NONE);
            long refused = answered(store, Handshake.REFUSED);
            long unanswered = Captures.stored(store, Captures.draft()).id();
            await().until(() -> found(store, refused).answer().isPresent());

            assertEquals(List.of(met, refused), ids(store, false));
            assertEquals(List.of(ordinary, unanswered), ids(store, true));
        }
    }

    private static long answered(EventStore store, Handshake handshake) throws Exception {
        long id = Captures.stored(store, Captures.draft()).id();
        store.answered(id, new Answer(Outcome.ANSWERED, 200, Optional.of(Duration.ZERO), handshake));
        return id;
    }

    private static List<Long> ids(EventStore store, boolean negated) throws Problem {
        EventFilter filter = new EventFilter(
                List.of(new EventFilter.Condition(new Term.Is(Term.Mark.HANDSHAKE), negated)));
        return store.newer(filter, 0, 10).stream().map(EventSummary::id).sorted().toList();
    }

    @Test
    void answers_goAlongWithOtherEvents() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        int events = 2_000;
        try (EventStore store = EventStore.open(folder, commits::incrementAndGet)) {
            List<Captures.Told> told = java.util.stream.IntStream.range(0, events)
                    .mapToObj(_ -> Captures.append(store, Captures.draft()))
                    .toList();
            for (Captures.Told each : told) {
                store.answered(each.summary().id(), FAST);
            }
            await().until(() -> store.older(EventFilter.ALL, Long.MAX_VALUE, events).stream()
                    .allMatch(event -> event.answer().isPresent()));
            assertTrue(commits.get() < events, () -> commits + " commits");
        }
    }

    @Test
    void aFilterForReplies_leavesOutThoseThatGotNone() throws Exception {
        try (EventStore store = EventStore.open(folder, () -> {})) {
            Captures.stored(store, Captures.draft().status(0));
            long answered = Captures.stored(store, Captures.draft().status(200)).id();
            EventFilter below300 = EventFilter.ALL.and(new Term.Reply(Term.Comparison.LESS, 300));

            assertEquals(List.of(answered), Captures.ids(store.newer(below300, 0, 10)));
        }
    }
}
