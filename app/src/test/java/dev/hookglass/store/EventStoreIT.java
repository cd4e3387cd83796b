package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.ids;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.store.Captures.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storing events, finding them by id, and paging through them. */
class EventStoreIT extends WithStore {
    @Test
    void append_tellsTheCallbackAndTheListenerOnceItIsCommitted() throws Exception {
        EventSummary summary = stored(store, draft());

        assertEquals(1, summary.id());
        assertEquals(Captures.AT.truncatedTo(ChronoUnit.MICROS), summary.receivedAt());
        assertEquals("/hook", summary.target());
        assertTrue(commits.tryAcquire(20, TimeUnit.SECONDS));
        assertEquals(List.of(summary), store.older(EventFilter.ALL, Long.MAX_VALUE, 10));
    }

    @Test
    void find_givesBackWhatWasSent() throws Exception {
        Captures.Draft draft = draft().method("M-X").target("/ü?q").type(null);
        EventSummary summary = stored(store, draft);
        reopen();

        CapturedEvent event = store.find(summary.id()).orElseThrow();

        assertEquals(new CapturedEvent(summary, draft.capture().head(), draft.body()), event);
        assertTrue(event.isIntact());
        assertTrue(store.find(summary.id() + 1).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20, (3 << 20) + 1})
    void find_bodiesOfManySizes_areWholeToTheByte(int size) throws Exception {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);

        EventSummary summary = stored(store, draft().body(Bytes.wrap(body)));

        CapturedEvent event = store.find(summary.id()).orElseThrow();
        assertEquals(Bytes.wrap(body), event.body());
        assertEquals(size, summary.bodyBytes());
        assertTrue(event.isIntact());
    }

    @Test
    void append_fromManyThreads_givesEachItsOwnIdInOrder() throws Exception {
        int threads = 8;
        int each = 250;
        List<Told> told = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            List<Told> mine = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                mine.add(new Told());
            }
            told.addAll(mine);
            Thread.startVirtualThread(() -> {
                mine.forEach(one -> store.append(draft().capture(), one));
                done.countDown();
            });
        }
        assertTrue(done.await(20, TimeUnit.SECONDS));

        Set<Long> ids = new HashSet<>();
        for (Told one : told) {
            ids.add(one.summary().id());
        }
        assertEquals(threads * each, ids.size());
        List<Long> stored = Captures.allIds(store);
        assertEquals(ids, Set.copyOf(stored));
        assertEquals(stored.stream().sorted().toList(), stored);
    }

    @Test
    void ids_goOnAfterReopening() throws Exception {
        stored(store, draft());
        stored(store, draft());
        reopen();

        assertEquals(3, stored(store, draft()).id());
    }

    @Test
    void olderAndNewer_pageByKey() throws Exception {
        for (int i = 0; i < 25; i++) {
            append(store, draft());
        }
        stored(store, draft());

        assertEquals(List.of(26L, 25L, 24L), ids(store.older(EventFilter.ALL, Long.MAX_VALUE, 3)));
        assertEquals(List.of(23L, 22L, 21L), ids(store.older(EventFilter.ALL, 24, 3)));
        assertEquals(List.of(2L, 1L), ids(store.older(EventFilter.ALL, 3, 10)));
        assertEquals(List.of(), ids(store.older(EventFilter.ALL, 1, 10)));
        assertEquals(List.of(1L, 2L, 3L), ids(store.newer(EventFilter.ALL, 0, 3)));
        assertEquals(List.of(25L, 26L), ids(store.newer(EventFilter.ALL, 24, 10)));
        assertEquals(List.of(), ids(store.newer(EventFilter.ALL, 26, 10)));
    }

    @Test
    void tallies_countBySourceAndVerdict() throws Exception {
        append(store, draft());
        append(store, draft().body(Bytes.ofUtf8("12345")));
        append(store, draft().outcome(Outcome.INVALID));
        stored(store, draft().source(2));
        reopen();
        stored(store, draft().source(2));

        assertEquals(
                Set.of(new Tally(1, Outcome.VALID, 2, 7), new Tally(1, Outcome.INVALID, 1, 2),
                        new Tally(2, Outcome.VALID, 2, 4)),
                Set.copyOf(store.tallies()));
    }

    @Test
    void size_isThatOfTheFile() throws Exception {
        stored(store, draft().body(Bytes.wrap(new byte[200_000])));

        assertTrue(store.size() > 0);
        assertEquals(Set.of("events.mv.db", "events-a.journal", "events-b.journal"), names());
    }

    private Set<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }
}
