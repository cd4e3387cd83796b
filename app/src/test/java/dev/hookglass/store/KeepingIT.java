package dev.hookglass.store;

import static dev.hookglass.store.Captures.allIds;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Sent;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pinning, deleting and taking back, what goes by itself, and looking after the file. */
class KeepingIT extends WithStore {
    private long counted() throws Problem {
        return store.tallies().stream().mapToLong(Tally::events).sum();
    }

    private long rows(String table) throws Exception {
        close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("events"),
                "hookglass", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } finally {
            open();
        }
    }

    private void storeMany(int events) throws Exception {
        List<Captures.Told> told = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            told.add(Captures.append(store,
                    draft().source(i % 3).outcome(i % 2 == 0 ? Verdict.Outcome.VALID : Verdict.Outcome.MISSING)));
        }
        for (Captures.Told each : told) {
            each.summary();
        }
    }

    @Test
    void pin_isFoundAndTakenBack() throws Exception {
        storeMany(3);

        store.pin(List.of(2L, 3L, 99L), true);
        store.pin(List.of(2L), true);
        assertEquals(List.of(2L, 3L), found("is:pinned"));
        assertTrue(store.find(2).orElseThrow().summary().pinned());

        store.pin(List.of(2L), false);
        assertEquals(List.of(3L), found("is:pinned"));
        assertEquals(List.of(1L, 2L), found("-is:pinned"));
    }

    @Test
    void delete_takesEventsOutOfEverythingAndUndoBringsThemBack() throws Exception {
        storeMany(10);
        List<EventSummary> before = store.newer(EventFilter.ALL, 0, 100);
        List<Tally> tallies = store.tallies();

        Deletion deletion = store.deletions().delete(List.of(2L, 4L, 10L, 99L));

        assertEquals(3, deletion.events());
        assertEquals(List.of(1L, 3L, 5L, 6L, 7L, 8L, 9L), allIds(store));
        assertEquals(7, counted());
        assertTrue(store.find(2).isEmpty());

        store.deletions().undo(deletion);
        assertEquals(before, store.newer(EventFilter.ALL, 0, 100));
        assertEquals(tallies, store.tallies());
        assertTrue(store.find(2).orElseThrow().isIntact());
        assertThrows(Problem.class, () -> store.deletions().undo(deletion));
    }

    @Test
    void deleteAll_takesWhatPassesTheFilterButWhatIsPinned() throws Exception {
        storeMany(1_500);
        store.pin(List.of(3L), true);

        Deletion deletion = store.deletions().deleteAll(EventFilter.ALL, _ -> {});

        assertEquals(1_499, deletion.events());
        assertEquals(List.of(3L), allIds(store));
        assertEquals(1, counted());
        store.deletions().undo(deletion);
        assertEquals(1_500, counted());
    }

    @Test
    void forgottenDeletions_takeContentAndDeliveriesAlong() throws Exception {
        storeMany(3);
        stored(store, draft().body(Bytes.wrap(new byte[3_000_000])));
        store.attempts()
                .record(List.of(new Sent(Instant.EPOCH, OptionalLong.of(2), Optional.empty(),
                        new OutboundRequest("POST", TargetUrl.of("http://localhost/"), List.of(), Bytes.EMPTY),
                        new Outcome.Failed(Duration.ZERO, "x"))));
        Deletion deletion = store.deletions().delete(List.of(2L, 4L));

        store.deletions().purge(deletion);

        assertThrows(Problem.class, () -> store.deletions().undo(deletion));
        assertEquals(2, rows("content"));
        assertEquals(0, rows("body_part"));
        assertEquals(0, rows("attempt"));
        assertEquals(0, rows("deleted_event"));
    }

    @Test
    void whatWasDeletedBeforeClosing_goesAfterOpening() throws Exception {
        storeMany(3);
        store.deletions().delete(List.of(2L));
        reopen();
        store.deletions().purge();

        assertEquals(2, rows("content"));
    }

    @Test
    void ids_areNeverGivenTwice() throws Exception {
        storeMany(3);
        store.deletions().purge(store.deletions().deleteAll(EventFilter.ALL, _ -> {}));
        reopen();

        assertEquals(4, stored(store, draft()).id());
    }

    @Test
    void deletingBesideCapture_losesAndMiscountsNothing() throws Exception {
        storeMany(1_000);
        Thread capture = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 10; i++) {
                    storeMany(100);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        for (long id = 1; id <= 1_000; id += 100) {
            List<Long> some = new ArrayList<>();
            for (long each = id; each < id + 100; each++) {
                some.add(each);
            }
            store.deletions().delete(some);
        }
        capture.join();

        assertEquals(1_000, counted());
        assertEquals(1_000, allIds(store).size());
    }

    @Test
    void retention_takesTheOldestButWhatIsPinned() throws Exception {
        storeMany(20);
        store.pin(List.of(1L, 5L), true);

        store.setRetention(new Retention(10, 0, 0));
        await().atMost(20, TimeUnit.SECONDS).until(() -> counted() == 10);

        assertEquals(List.of(1L, 5L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L), allIds(store));
        assertEquals(10, rows("content"));
    }

    @Test
    void retention_bySizeAndByAge() throws Exception {
        for (int i = 0; i < 10; i++) {
            stored(store, draft().body(Bytes.wrap(new byte[1_000])));
        }
        store.deletions().apply(new Retention(0, 4_500, 0), Captures.AT);
        assertEquals(List.of(7L, 8L, 9L, 10L), allIds(store));

        store.deletions().apply(new Retention(0, 0, 2), Captures.AT.plus(Duration.ofDays(1)));
        assertEquals(4, counted());
        store.deletions().apply(new Retention(0, 0, 2), Captures.AT.plus(Duration.ofDays(3)));
        assertEquals(0, counted());
    }

    @Test
    void compact_makesTheFileSmallAndKeepsEverythingWhileEventsArrive() throws Exception {
        for (int i = 0; i < 300; i++) {
            byte[] body = new byte[2_000];
            new Random(i).nextBytes(body);
            stored(store, draft().key("k" + i).body(Bytes.wrap(body)));
        }
        store.pin(List.of(7L), true);
        store.upkeep().force();
        long before = store.size();
        Thread capture = Thread.ofVirtual().start(() -> {
            try {
                storeMany(200);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });

        long freed = store.upkeep().compact();
        capture.join();

        assertTrue(freed > 0, freed + " bytes of " + before);
        assertEquals(500, counted());
        for (int i = 0; i < 300; i++) {
            byte[] body = new byte[2_000];
            new Random(i).nextBytes(body);
            CapturedEvent event = store.find(i + 1).orElseThrow();
            assertArrayEquals(body, event.body().array());
        }
        assertEquals(List.of(7L), found("is:pinned"));
        reopen();
        assertEquals(500, counted());
        assertFalse(Files.exists(folder.resolve("events-compacting.mv.db")));
    }
}
