package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.ids;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Captures.Told;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStoreIT {
    @TempDir
    private Path folder;
    private final Semaphore commits = new Semaphore(0);
    private EventStore store;

    @BeforeEach
    void open() throws Problem {
        store = EventStore.open(folder, commits::release);
    }

    @AfterEach
    void close() throws Problem {
        store.close();
    }

    private void reopen() throws Problem {
        close();
        open();
    }

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
    void attempts_areCountedBySourceAndKey() throws Exception {
        assertEquals(1, stored(store, draft().key("a")).attempt());
        assertEquals(2, stored(store, draft().key("a")).attempt());
        assertEquals(1, stored(store, draft().key("b")).attempt());
        assertEquals(1, stored(store, draft().key("a").source(2)).attempt());
        assertEquals(1, stored(store, draft()).attempt());
        assertEquals(1, stored(store, draft()).attempt());
        reopen();
        assertEquals(3, stored(store, draft().key("a")).attempt());
    }

    @Test
    void attempts_withinOneGroup_areCountedToo() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            told.add(append(store, draft().key("same")));
        }
        for (int i = 0; i < told.size(); i++) {
            assertEquals(i + 1, told.get(i).summary().attempt());
        }
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
    void rejections_areCountedByReason() throws Problem {
        assertEquals(Map.of(), store.rejections());
        for (Reason reason : List.of(Reason.TOO_LARGE, Reason.TOO_LARGE, Reason.TIMED_OUT)) {
            store.append(new Rejection(Captures.AT, "127.0.0.1:5", reason, "detail"));
        }
        reopen();

        assertEquals(Map.of(Reason.TOO_LARGE, 2L, Reason.TIMED_OUT, 1L), store.rejections());
    }

    @Test
    void recentRejections_areTheNewestAsTheyWereTold() throws Problem {
        for (int i = 0; i < 3; i++) {
            store.append(new Rejection(Instant.EPOCH, "127.0.0.1:" + i, Reason.MALFORMED, "detail",
                    Bytes.ofLatin1("\0\u00ff")));
        }
        reopen();

        List<Rejection> recent = store.recentRejections(2);
        assertEquals(List.of("127.0.0.1:2", "127.0.0.1:1"), recent.stream().map(Rejection::remote).toList());
        assertEquals(
                new Rejection(Instant.EPOCH, "127.0.0.1:2", Reason.MALFORMED, "detail", Bytes.ofLatin1("\0\u00ff")),
                recent.getFirst());
        assertEquals("\\x00\\xff", recent.getFirst().firstText());
    }

    @Test
    void aFloodOfRejections_isCountedExactlyAndKeptInPart() throws Problem {
        Rejection rejection = new Rejection(Captures.AT, "127.0.0.1:5", Reason.MALFORMED, "detail");
        for (int i = 0; i < 11; i++) {
            store.append(Collections.nCopies(1_000, rejection), Map.of(Reason.MALFORMED, 7L, Reason.BUSY, 1L));
        }

        assertEquals(Map.of(Reason.MALFORMED, 11_077L, Reason.BUSY, 11L), store.rejections());
        assertEquals(10_000, store.recentRejections(20_000).size());
    }

    @Test
    void append_aCallbackThatThrows_harmsNoOther() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            store.append(draft().capture(), new AppendCallback() {
                @Override
                public void stored(EventSummary event) {
                    throw new IllegalStateException("A callback with a bug");
                }

                @Override
                public void failed(Problem problem) {
                    throw new IllegalStateException("A callback with a bug");
                }
            });
            told.add(append(store, draft()));
        }
        for (Told one : told) {
            one.summary();
        }
        assertEquals(40, Captures.allIds(store).size());
    }

    @Test
    void open_aCommitListenerThatThrows_doesNotEndTheStoring() throws Exception {
        close();
        store = EventStore.open(folder, () -> {
            throw new IllegalStateException("A listener with a bug");
        });

        stored(store, draft());
        stored(store, draft());

        assertEquals(List.of(1L, 2L), Captures.allIds(store));
    }

    /** The method is longer than any the database takes. */
    @Test
    void append_anEventThatCannotBeStored_failsAloneAndInWords() throws Exception {
        List<Told> good = new ArrayList<>();
        List<Told> bad = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            good.add(append(store, draft()));
            bad.add(append(store, draft().method("M".repeat(2_000))));
        }
        for (Told told : good) {
            told.summary();
        }
        for (Told told : bad) {
            ExecutionException failure = assertThrows(ExecutionException.class, told::summary);
            assertTrue(failure.getCause() instanceof Problem);
            assertFalse(String.valueOf(failure.getCause().getMessage()).contains("MMMMMMMMMM"));
        }
        assertEquals(50, Captures.allIds(store).size());
        assertEquals(50, store.tallies().getFirst().events());
    }

    @Test
    void reading_byAnInterruptedThread_doesNotHarmTheStore() throws Exception {
        stored(store, draft());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            try {
                store.find(1);
            } catch (Problem e) {
                failure.set(e);
            }
        });
        reader.join();

        assertTrue(failure.get() instanceof Problem);
        assertEquals(2, stored(store, draft()).id());
        assertTrue(store.find(1).isPresent());
    }

    @Test
    void close_byAnInterruptedThread_closesAllTheSame() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            told.add(append(store, draft()));
        }
        Thread.currentThread().interrupt();
        store.close();

        assertTrue(Thread.interrupted());
        try (FileChannel file = FileChannel.open(folder.resolve("events.mv.db"), StandardOpenOption.WRITE)) {
            assertTrue(file.tryLock() != null, "The database still has its file");
        }
        for (Told one : told) {
            one.summary();
        }
        open();
        assertEquals(500, Captures.allIds(store).size());
    }

    @Test
    void close_storesWhatWaits() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            told.add(append(store, draft()));
        }
        store.close();

        for (Told one : told) {
            assertTrue(one.summary().id() > 0);
        }
        open();
        assertEquals(told.size(), Captures.allIds(store).size());
    }

    @Test
    void whatIsAskedAfterClosing_isAProblemAndNoBug() throws Exception {
        store.close();

        assertThrows(Problem.class, () -> store.find(1));
        assertThrows(Problem.class,
                () -> store.append(new Rejection(Captures.AT, "here", Reason.INCOMPLETE, "detail")));
        assertThrows(ExecutionException.class, append(store, draft())::summary);
        open();
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
