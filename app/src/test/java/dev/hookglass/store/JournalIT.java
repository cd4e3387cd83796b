package dev.hookglass.store;

import static dev.hookglass.store.Captures.allIds;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import dev.hookglass.filter.EventFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events that the database has lost and the journal has not. */
class JournalIT extends WithJournal {
    @Test
    void lostEvents_areThereAgainAsTheyWere() throws Exception {
        List<Tally> tallies = new ArrayList<>();
        List<EventSummary> before = lose(5, store -> {
            storeMany(store, 7);
            stored(store, draft().source(2).type(null).outcome(Verdict.Outcome.STALE).status(0));
            Capture plain = draft().capture();
            Captures.Told told = new Captures.Told();
            store.append(new Capture(plain.receivedAt(), 1, "generic", plain.remote(), "ä☃", 3, "key",
                    plain.verdict(), 201, plain.head(), plain.body(), true,
                    Optional.of(new Answer(Answer.Outcome.ANSWERED, 201, Optional.of(Duration.ofMillis(3)),
                            Answer.Handshake.MET))),
                    told);
            told.summary();
            tallies.addAll(store.tallies());
        });

        try (EventStore store = open()) {
            assertEquals(before, store.newer(EventFilter.ALL, 0, 100));
            assertEquals(tallies, store.tallies());
            for (EventSummary event : before) {
                assertTrue(store.find(event.id()).orElseThrow().isIntact());
            }
            assertEquals(6, stored(store, draft().key("k0")).attempt());
            assertEquals(15, store.newer(EventFilter.ALL, 0, 100).getLast().id());
        }
    }

    /** Whatever was closed in order may come back older all the same. */
    @Test
    void aDatabaseOlderBySeveralCloses_isMadeWhole() throws Exception {
        lose(3, store -> storeMany(store, 4));
        Path older = Files.copy(folder.resolve(Database.FILE), parent.resolve("older"));
        for (int closes = 0; closes < 3; closes++) {
            try (EventStore store = open()) {
                storeMany(store, 2);
                store.pin(List.of(store.lastId()), true);
            }
        }
        Files.copy(older, folder.resolve(Database.FILE), StandardCopyOption.REPLACE_EXISTING);

        try (EventStore store = open()) {
            assertEquals(upTo(13), allIds(store));
            assertEquals(List.of(9L, 11L, 13L), store.newer(EventFilter.ALL, 0, 100).stream()
                    .filter(EventSummary::pinned).map(EventSummary::id).toList());
            for (long id : allIds(store)) {
                assertTrue(store.find(id).orElseThrow().isIntact());
            }
        }
    }

    /** As where H2 itself takes an older version in the very file that it closed. */
    @Test
    void anOlderDatabaseThatLooksLikeTheOneThatWasClosed_isMadeWhole() throws Exception {
        lose(3, store -> storeMany(store, 4));
        new HighWater(folder).noteClosed(7, folder.resolve(Database.FILE));

        try (EventStore store = open()) {
            assertEquals(upTo(7), allIds(store));
        }
    }

    @Test
    void playedTwice_changesNothing() throws Exception {
        List<EventSummary> before = lose(2, store -> storeMany(store, 3));
        open().close();
        HighWater.forget(folder);

        try (EventStore store = open()) {
            assertEquals(before, store.newer(EventFilter.ALL, 0, 100));
            assertEquals(5, store.tallies().getFirst().events());
        }
    }

    @Test
    void aLargeBody_comesBackWhole() throws Exception {
        byte[] body = new byte[20_000_000];
        new Random(1).nextBytes(body);
        lose(1, store -> stored(store, draft().body(Bytes.wrap(body))));

        try (EventStore store = open()) {
            CapturedEvent event = store.find(2).orElseThrow();
            assertArrayEquals(body, event.body().array());
            assertTrue(event.isIntact());
        }
    }

    /** The journal of later events does not make an older database whole. */
    @Test
    void anOlderDatabaseThatTheJournalDoesNotReach_isRefused() throws Exception {
        try (EventStore store = open()) {
            storeMany(store, 2);
        }
        Path older = Files.copy(folder.resolve("events.mv.db"), parent.resolve("older"));
        try (EventStore store = open()) {
            storeMany(store, 3);
        }
        Files.delete(journal());
        try (EventStore store = open()) {
            storeMany(store, 4);
        }
        Files.copy(older, folder.resolve("events.mv.db"), StandardCopyOption.REPLACE_EXISTING);

        UnreadableStore problem = assertThrows(UnreadableStore.class, this::open);

        assertTrue(problem.sentence().contains("ends at event 2"), problem.sentence());
    }

    @Test
    void beginningAfresh_setsTheJournalAsideAndDoesNotPlayIt() throws Exception {
        lose(1, store -> storeMany(store, 2));

        new Salvage(folder, InstantSource.system()).setAside();

        try (EventStore store = open()) {
            assertEquals(List.of(), allIds(store));
            assertEquals(1, stored(store, draft()).id());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.filter(each -> each.getFileName().toString().matches("events-damaged-.*-a.journal"))
                    .count());
        }
    }

    @Test
    void restoring_leavesOutWhatCameAfterTheBackup() throws Exception {
        Path backup = folder.resolve("backup.zip");
        try (EventStore store = open()) {
            storeMany(store, 2);
            store.upkeep().backup(backup);
            storeMany(store, 2);
            store.upkeep().restore(backup);
            assertEquals(upTo(2), allIds(store));
            assertEquals(5, stored(store, draft()).id());
            assertEquals(List.of(5L), journalled());
        }
        new Salvage(folder, InstantSource.system()).restore(backup);
        try (EventStore store = open()) {
            assertEquals(upTo(2), allIds(store));
        }
    }
}
