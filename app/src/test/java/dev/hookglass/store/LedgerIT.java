package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.ledger.EventIds;
import dev.hookglass.ledger.Figures;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.ledger.Order;
import dev.hookglass.ledger.TimeCounts;
import dev.hookglass.store.VerdictTable.Judged;
import dev.hookglass.store.VerdictTable.Unfinished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger says, against what the database says of the same events. */
class LedgerIT {
    private static final int BEFORE = 300;
    private static final int SINCE = 200;

    @TempDir
    Path folder;

    private EventStore store;
    private Ledger ledger;
    private final Random random = new Random(7);

    /** Half of the events are there when the ledger begins, half come later. */
    @BeforeEach
    void fill() throws Exception {
        store = EventStore.open(folder, () -> {});
        append(BEFORE);
        ledger = store.ledger();
        append(SINCE);
        ledger.awaitComplete();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private void append(int events) throws Exception {
        List<Captures.Told> told = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            Captures.Draft draft = draft().source(1 + random.nextInt(3))
                    .type(random.nextInt(9) == 0 ? null : List.of("created", "Deleted", "task_a").get(i % 3))
                    .outcome(Outcome.of(random.nextInt(4))).status(random.nextInt(5) == 0 ? 500 : 200)
                    .method(i % 4 == 0 ? "PUT" : "POST").key("k" + random.nextInt(400))
                    .body(Bytes.wrap(new byte[random.nextInt(20_000)]));
            Captures.Told one = new Captures.Told();
            store.append(Captures.at(Captures.AT.plusMillis(random.nextInt(100_000)), draft.capture()), one);
            told.add(one);
        }
        for (Captures.Told one : told) {
            one.summary();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "verdict:invalid", "-verdict:valid,invalid source:a", "type:created", "type:TASK_*",
            "-type:deleted", "type:*e*", "reply:>=400", "-reply:200", "size:>10k", "size:<=512", "method:put,GET",
            "is:retry", "-is:retry type:created", "after:2026-11-20T12:00:50Z", "before:2026-11-20T12:01:00Z size:>5k"})
    void itFindsWhatTheDatabaseFinds(String words) throws Exception {
        EventFilter filter = filter(words);
        assertArrayEquals(inDatabase(filter), ids(filter));
    }

    private static EventFilter filter(String words) throws Exception {
        return new FilterParser(_ -> Set.of(1)).parse(words);
    }

    private long[] inDatabase(EventFilter filter) throws Exception {
        return store.newer(filter, 0, Integer.MAX_VALUE).stream().mapToLong(EventSummary::id).toArray();
    }

    private EventIds find(EventFilter filter) {
        return ledger.find(filter, 0).orElseThrow();
    }

    private long[] ids(EventFilter filter) {
        EventIds found = find(filter);
        return LongStream.range(0, found.size()).map(i -> found.get((int) i)).toArray();
    }

    @Test
    void itDoesNotAnswerWhatIsInHeadsAndBodies() throws Exception {
        assertTrue(ledger.find(filter("needle"), 0).isEmpty());
        assertTrue(ledger.find(filter("path:/hook"), 0).isEmpty());
    }

    @Test
    void itFollowsWhatIsDeletedAndComesBack() throws Exception {
        Deletion deletion = store.deletions().deleteAll(filter("type:created"), _ -> {});
        assertArrayEquals(inDatabase(EventFilter.ALL), ids(EventFilter.ALL));
        assertEquals(BEFORE + SINCE - deletion.events(), ids(EventFilter.ALL).length);

        store.deletions().undo(deletion);
        assertArrayEquals(inDatabase(EventFilter.ALL), ids(EventFilter.ALL));
    }

    @Test
    void itFollowsVerdictsAndReplies() throws Exception {
        EventSummary first = store.newer(filter("verdict:valid"), 0, 1).getFirst();
        store.verdicts().update(List.of(new Judged(first, new Verdict(Outcome.STALE, "Because."))),
                new Unfinished(1, 1, 1));
        assertArrayEquals(inDatabase(filter("verdict:stale")), ids(filter("verdict:stale")));

        store.answered(first.id(), new Answer(Answer.Outcome.ANSWERED, 418, Optional.of(Duration.ofMillis(3)),
                Answer.Handshake.NONE));
        // It is stored with the next events.
        append(1);
        inDatabase(EventFilter.ALL);
        assertEquals(first.id(), find(filter("reply:418")).last());
        Figures figures = Figures.of(ledger, find(filter("reply:418")), 10);
        assertEquals(3_000, figures.replies().max());
    }

    @Test
    void itSortsAsComparingDoes() throws Exception {
        List<EventSummary> newestFirst = store.older(EventFilter.ALL, Long.MAX_VALUE, Integer.MAX_VALUE);
        assertSorted(newestFirst, Comparator.comparingLong(EventSummary::bodyBytes),
                Order.SIZE, false);
        assertSorted(newestFirst, Comparator.comparingLong(EventSummary::bodyBytes).reversed(),
                Order.SIZE, true);
        assertSorted(newestFirst, Comparator.comparingInt(EventSummary::status), Order.REPLY, false);
        assertSorted(newestFirst,
                Comparator.comparing(event -> event.type() == null ? "" : event.type(), String.CASE_INSENSITIVE_ORDER),
                Order.TYPE, false);
        assertSorted(newestFirst, Comparator.comparingLong(EventSummary::id), Order.TIME, false);
    }

    /** List.sort is stable: equals stay newest first. */
    private void assertSorted(List<EventSummary> newestFirst, Comparator<EventSummary> comparing, Order order,
            boolean isDescending) {
        EventIds all = find(EventFilter.ALL);
        assertArrayEquals(newestFirst.stream().sorted(comparing).mapToLong(EventSummary::id).toArray(),
                Arrays.stream(order.sort(ledger, all, isDescending)).mapToLong(all::get).toArray());
    }

    @Test
    void itCountsByTimeAndVerdict() throws Exception {
        List<EventSummary> events = store.newer(filter("source:a"), 0, Integer.MAX_VALUE);
        EventIds ids = find(filter("source:a"));
        TimeCounts counts = TimeCounts.count(ledger, ids, TimeCounts.span(ledger, ids), 30);
        assertTrue(counts.buckets() > 10 && counts.buckets() <= 30);
        int total = 0;
        for (int bucket = 0; bucket < counts.buckets(); bucket++) {
            for (Outcome outcome : Outcome.values()) {
                int number = bucket;
                assertEquals(
                        events.stream()
                                .filter(event -> event.verdict().outcome() == outcome
                                        && !event.receivedAt().isBefore(counts.at(number))
                                        && event.receivedAt().isBefore(counts.at(number + 1)))
                                .count(),
                        counts.events(bucket, outcome));
            }
            total += counts.total(bucket);
        }
        assertEquals(events.size(), total);
    }

    @Test
    void itsFiguresAreThoseOfTheEvents() throws Exception {
        List<EventSummary> events = store.newer(filter("verdict:valid"), 0, Integer.MAX_VALUE);
        Figures figures = Figures.of(ledger, find(filter("verdict:valid")), 30);
        List<Long> sizes = events.stream().map(EventSummary::bodyBytes).sorted().toList();

        assertEquals(events.size(), figures.events());
        assertEquals(sizes.get((sizes.size() - 1) / 2), figures.sizes().median());
        assertEquals(sizes.getLast(), figures.sizes().max());
        assertEquals(events.size(), figures.sizes().bins().stream().mapToLong(bin -> bin.count()).sum());
        assertEquals(events.size(), figures.types().stream().mapToLong(Figures.Share::events).sum());
        assertEquals(Set.of(Outcome.VALID), figures.verdicts().keySet());
    }

    @Test
    void aReplacedDatabaseIsReadAnew() throws Exception {
        Path backup = folder.resolve("backup.zip");
        store.upkeep().backup(backup);
        append(5);
        store.upkeep().restore(backup);
        ledger.awaitComplete();
        assertEquals(BEFORE + SINCE, ids(EventFilter.ALL).length);
    }
}
