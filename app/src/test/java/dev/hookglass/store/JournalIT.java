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
import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that the database has lost and the journal has not. */
class JournalIT {
    @TempDir
    private Path parent;
    /** As it was before the last events, and as it was after them, but for the database. */
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("data"));
    }

    private interface Work {
        void with(EventStore store) throws Exception;
    }

    private EventStore open() throws Problem {
        return EventStore.open(folder, () -> {});
    }

    private Path journal() {
        return folder.resolve("events-a.journal");
    }

    private static void storeMany(EventStore store, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            stored(store, draft().key("k" + i % 3).body(Bytes.ofUtf8("{\"n\":" + i + "}")));
        }
    }

    /** Leaves a folder whose journal has events that its database has not: the database is an older one. */
    private List<EventSummary> lose(int before, Work lost) throws Exception {
        try (EventStore store = open()) {
            storeMany(store, before);
        }
        Path former = Files.copy(folder.resolve("events.mv.db"), parent.resolve("former"));
        Path kept = parent.resolve("kept");
        List<EventSummary> events;
        try (EventStore store = open()) {
            lost.with(store);
            events = store.newer(EventFilter.ALL, 0, 10_000);
            Files.copy(journal(), kept);
        }
        Files.move(former, folder.resolve("events.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.move(kept, journal(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return events;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

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
        assertEquals(0, Files.size(journal()));
    }

    @Test
    void aTornTail_isLeftOutAndWrittenOver() throws Exception {
        lose(1, store -> storeMany(store, 4));
        byte[] whole = Files.readAllBytes(journal());
        HighWater.forget(folder);
        for (int cut : new int[]{1, 5, 100}) {
            Files.write(journal(), Arrays.copyOf(whole, whole.length - cut));
            List<Place> places = Journal.read(folder);
            assertEquals(List.of(2L, 3L, 4L), places.stream().map(Place::id).toList());
        }

        try (EventStore store = open()) {
            assertEquals(upTo(4), allIds(store));
            storeMany(store, 2);
            assertEquals(List.of(2L, 3L, 4L, 5L, 6L), Journal.read(folder).stream().map(Place::id).toList());
        }
    }

    @Test
    void aFlippedByte_costsItsEventOnly() throws Exception {
        lose(1, store -> storeMany(store, 4));
        Place third = Journal.read(folder).get(1);
        byte[] bytes = Files.readAllBytes(journal());
        bytes[(int) third.at() + 200] ^= 1;
        Files.write(journal(), bytes);

        try (EventStore store = open()) {
            assertEquals(List.of(1L, 2L, 4L, 5L), allIds(store));
            for (long id : allIds(store)) {
                assertTrue(store.find(id).orElseThrow().isIntact());
            }
        }
    }

    @Test
    void anEmptyOne_orOneThatWasJustBegun_isNoTrouble() throws Exception {
        open().close();
        for (int length : new int[]{0, 1, JournalContents.HEADER - 1}) {
            Files.write(journal(), new byte[length]);
            try (EventStore store = open()) {
                stored(store, draft());
                assertEquals(1, Journal.read(folder).size());
            }
        }
    }

    @Test
    void oneOfANewerHookglass_isRefusedInWordsAndLeft() throws Exception {
        lose(1, store -> storeMany(store, 2));
        byte[] bytes = Files.readAllBytes(journal());
        bytes[Long.BYTES + Integer.BYTES - 1]++;
        Files.write(journal(), bytes);

        Problem problem = assertThrows(UnreadableStore.class, this::open);

        assertTrue(problem.sentence().contains("newer Hookglass"), problem.sentence());
        assertArrayEquals(bytes, Files.readAllBytes(journal()));
    }

    @Test
    void somethingElse_isKeptAside() throws Exception {
        open().close();
        Files.writeString(journal(), "Dear diary, nothing happened today.");

        open().close();

        assertEquals("Dear diary, nothing happened today.",
                Files.readString(folder.resolve("events-unreadable-a.journal")));
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
        Path kept = parent.resolve("later");
        try (EventStore store = open()) {
            storeMany(store, 4);
            Files.copy(journal(), kept);
        }
        Files.copy(older, folder.resolve("events.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(kept, journal(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

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
    void files_areTheOwnersOnlyAndTakeTurnsOnceTheDatabaseIsForced() throws Exception {
        List<JournalledEvent> group = List
                .of(new JournalledEvent(1, 1, Bytes.EMPTY.sha256(), draft().body(Bytes.wrap(new byte[900])).capture()));
        try (Journal journal = Journal.open(folder, Database.DISK, 20_000)) {
            assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(journal()));
            for (int i = 1; i <= 100; i++) {
                journal.append(List.of(withId(group.getFirst(), i)), i % 2 == 0);
                journal.keep();
            }
            List<Place> all = journal.read();
            assertEquals(upTo(100), all.stream().map(Place::id).toList());

            journal.databaseForced(journal.kept());
            for (int i = 101; i <= 110; i++) {
                journal.append(List.of(withId(group.getFirst(), i)), false);
                journal.keep();
            }
            assertTrue(journal.read().getFirst().id() <= 80, "what the disk has is given up too early");
            for (int i = 111; i <= 140; i++) {
                journal.append(List.of(withId(group.getFirst(), i)), false);
                journal.keep();
            }
            List<Place> left = journal.read();
            assertEquals(LongStream.rangeClosed(101, 140).boxed().toList(), left.stream().map(Place::id).toList());
        }
    }

    private static JournalledEvent withId(JournalledEvent event, long id) {
        return new JournalledEvent(id, event.attempt(), event.bodySha256(), event.capture());
    }

    @Test
    void aGroupThatIsTakenBack_leavesNothing() throws Exception {
        JournalledEvent event = new JournalledEvent(1, 1, Bytes.EMPTY.sha256(), draft().capture());
        try (Journal journal = Journal.open(folder, Database.DISK, Journal.FULL)) {
            journal.append(List.of(event), false);
            journal.keep();
            journal.append(List.of(withId(event, 2), withId(event, 3)), false);
            journal.takeBack(new Exception());
            assertEquals(List.of(1L), journal.read().stream().map(Place::id).toList());
            journal.append(List.of(withId(event, 2)), false);
            assertEquals(List.of(1L), journal.read().stream().map(Place::id).toList());
            journal.keep();
            assertEquals(List.of(1L, 2L), journal.read().stream().map(Place::id).toList());
        }
    }
}
