package dev.hookglass.store;

import static dev.hookglass.store.Captures.allIds;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Place;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What stands in the journal's files, whole or not. */
class JournalFilesIT extends WithJournal {
    @Test
    void aTornTail_isLeftOutAndWrittenOver() throws Exception {
        lose(1, store -> storeMany(store, 4));
        Place last = Journal.read(folder).stream().filter(Place::isEvent).toList().getLast();
        byte[] whole = Arrays.copyOf(Files.readAllBytes(journal()), (int) last.next());
        HighWater.forget(folder);
        for (int cut : new int[]{1, 5, 100}) {
            Files.write(journal(), Arrays.copyOf(whole, whole.length - cut));
            assertEquals(upTo(4), journalled());
        }

        try (EventStore store = open()) {
            assertEquals(upTo(4), allIds(store));
            storeMany(store, 2);
            assertEquals(upTo(6), journalled());
        }
    }

    @Test
    void aFlippedByte_costsItsEventOnly() throws Exception {
        lose(1, store -> storeMany(store, 4));
        Place third = Journal.read(folder).stream().filter(each -> each.id() == 3).findFirst().orElseThrow();
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
                assertEquals(1, journalled().size());
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
    void files_areTheOwnersOnlyAndTakeTurnsOnceTheDatabaseIsForced() throws Exception {
        List<JournalledEvent> group = List
                .of(new JournalledEvent(1, 1, Bytes.EMPTY.sha256(), draft().body(Bytes.wrap(new byte[900])).capture()));
        try (Journal journal = Journal.open(folder, Database.DISK, 20_000, false)) {
            assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(journal()));
            for (int i = 1; i <= 100; i++) {
                journal.append(List.of(withId(group.getFirst(), i)), i % 2 == 0);
                journal.keep();
                journal.committed(i);
            }
            List<Place> all = journal.read();
            assertEquals(upTo(100), all.stream().filter(Place::isEvent).map(Place::id).toList());

            journal.databaseForced(journal.kept());
            for (int i = 101; i <= 110; i++) {
                journal.append(List.of(withId(group.getFirst(), i)), false);
                journal.keep();
                journal.committed(i);
            }
            assertTrue(journal.read().stream().filter(Place::isEvent).findFirst().orElseThrow().id() <= 80,
                    "what the disk has is given up too early");
            for (int i = 111; i <= 140; i++) {
                journal.append(List.of(withId(group.getFirst(), i)), false);
                journal.keep();
                journal.committed(i);
            }
            List<Place> left = journal.read();
            assertEquals(LongStream.rangeClosed(101, 140).boxed().toList(),
                    left.stream().filter(Place::isEvent).map(Place::id).toList());
        }
    }

    private static JournalledEvent withId(JournalledEvent event, long id) {
        return new JournalledEvent(id, event.attempt(), event.bodySha256(), event.capture());
    }

    @Test
    void aGroupThatIsTakenBack_leavesNothing() throws Exception {
        JournalledEvent event = new JournalledEvent(1, 1, Bytes.EMPTY.sha256(), draft().capture());
        try (Journal journal = Journal.open(folder, Database.DISK, Journal.FULL, false)) {
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
