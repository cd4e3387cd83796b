package dev.hookglass.store;

import static dev.hookglass.store.Captures.allIds;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the journal puts right in a database that a kill left behind its time, or with holes. Files are copied between two
 * commits, which is what a kill at that moment leaves.
 */
class PlaybackIT {
    /** A file of the journal takes about ten events of the tests that fill it. */
    private static final int FULL = 12_000;
    private static final int MOST_LOST = 8;

    @TempDir
    private Path parent;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("data"));
    }

    private EventStore open() throws Problem {
        return EventStore.open(folder, () -> {});
    }

    private static void storeMany(EventStore store, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            stored(store, draft().key("k" + i % 3).body(Bytes.ofUtf8("{\"n\":" + i + "}")));
        }
    }

    private Path copied(String file, String name) throws IOException {
        return Files.copy(folder.resolve(file), parent.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Copies all files that a kill would leave now. */
    private Path killed(String name) throws IOException {
        Path copy = Files.createDirectory(parent.resolve(name));
        for (String file : List.of(Database.FILE, "events-a.journal", "events-b.journal")) {
            Files.copy(folder.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    /** Goes on with a database as it was, and the journal as it is. */
    private void comeBack(Path killed, Path database) throws IOException {
        HighWater.forget(folder);
        for (String journal : Journal.FILES) {
            Files.copy(killed.resolve(journal), folder.resolve(journal), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(database, folder.resolve(Database.FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    private void inSql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("events"),
                "hookglass",
                ""); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void areWhole(EventStore store, long last) throws Problem {
        assertEquals(upTo(last), allIds(store));
        for (long id : allIds(store)) {
            assertTrue(store.find(id).orElseThrow().isIntact(), "event " + id);
        }
        assertEquals(last, store.tallies().stream().mapToLong(Tally::events).sum());
    }

    /** Every commit in turn is the last; the database lacks up to eight of them, whichever file of the journal is written. */
    @Test
    void theLastCommitsAreLost_atEveryTurnOfTheFiles() throws Exception {
        byte[] body = new byte[900];
        new Random(1).nextBytes(body);
        List<Path> databases = new ArrayList<>();
        List<Integer> turns = new ArrayList<>();
        List<Path> kills = new ArrayList<>();
        try (EventStore store = EventStore.open(folder, Database.DISK, FULL, () -> {})) {
            long former = 0;
            for (int i = 0; i < 60; i++) {
                stored(store, draft().key("k" + i % 7).body(Bytes.wrap(body)));
                databases.add(copied(Database.FILE, "database" + i));
                kills.add(killed("killed" + i));
                long size = Files.size(folder.resolve("events-a.journal"))
                        + Files.size(folder.resolve("events-b.journal"));
                if (size < former) {
                    turns.add(i);
                }
                former = size;
                store.upkeep().force();
            }
        }
        assertTrue(turns.size() >= 3, turns::toString);
        for (int turn : turns) {
            for (int last = turn - 1; last <= turn + 1; last++) {
                comeBack(kills.get(last), databases.get(last - MOST_LOST));
                try (EventStore store = open()) {
                    areWhole(store, last + 1);
                }
            }
        }
    }

    /** Later events prove nothing about earlier ones: H2 takes the moment of each map by itself. */
    @Test
    void holesAndHalves_areFilled() throws Exception {
        byte[] large = new byte[3 << 20];
        new Random(2).nextBytes(large);
        Path killed;
        List<EventSummary> before;
        List<Tally> tallies;
        try (EventStore store = open()) {
            storeMany(store, 10);
            stored(store, draft().body(Bytes.wrap(large)));
            storeMany(store, 3);
            before = store.newer(EventFilter.ALL, 0, 100);
            tallies = store.tallies();
            killed = killed("killed");
        }
        comeBack(killed, killed.resolve(Database.FILE));
        inSql("DELETE FROM event WHERE id IN (2, 3)", "DELETE FROM content WHERE event IN (3, 5)",
                "DELETE FROM body_part WHERE event = 11 AND part = 2",
                "UPDATE content SET body = X'00' WHERE event = 7",
                "UPDATE tally SET events = 1");
        comeBack(killed, Files.copy(folder.resolve(Database.FILE), parent.resolve("holes")));

        try (EventStore store = open()) {
            assertEquals(before, store.newer(EventFilter.ALL, 0, 100));
            assertEquals(tallies, store.tallies());
            areWhole(store, 14);
        }
    }

    @Test
    void whatAPersonWanted_isDoneAgain() throws Exception {
        Path former;
        Path killed;
        try (EventStore store = open()) {
            storeMany(store, 8);
            former = copied(Database.FILE, "former");
            store.deletions().delete(List.of(2L));
            store.deletions().purge(store.deletions().delete(List.of(5L, 8L)));
            store.deletions().undo(store.deletions().delete(List.of(3L)));
            store.pin(List.of(1L, 4L), true);
            store.pin(List.of(4L), false);
            killed = killed("killed");
        }
        comeBack(killed, former);

        try (EventStore store = open()) {
            List<EventSummary> events = store.newer(EventFilter.ALL, 0, 100);
            assertEquals(List.of(1L, 3L, 4L, 6L, 7L), Captures.ids(events));
            assertEquals(List.of(1L), events.stream().filter(EventSummary::pinned).map(EventSummary::id).toList());
            assertEquals(5, store.tallies().getFirst().events());
            assertEquals(9, stored(store, draft()).id(), "no id is given twice");
        }
    }

    /** The database has the deletion, but not that it was taken back. */
    @Test
    void anUndoThatIsLost_isDoneAgain() throws Exception {
        Path former;
        Path killed;
        try (EventStore store = open()) {
            storeMany(store, 4);
            Deletion deletion = store.deletions().delete(List.of(2L, 3L));
            former = copied(Database.FILE, "former");
            store.deletions().undo(deletion);
            killed = killed("killed");
        }
        comeBack(killed, former);

        try (EventStore store = open()) {
            areWhole(store, 4);
        }
    }

    @Test
    void aKillAmidThePlaying_isMadeGoodByTheNext() throws Exception {
        Path former;
        Path killed;
        try (EventStore store = open()) {
            storeMany(store, 3);
            former = copied(Database.FILE, "former");
            storeMany(store, 20);
            killed = killed("killed");
        }
        comeBack(killed, former);
        List<Place> journal = Journal.read(folder);
        for (int reached : new int[]{5, 11}) {
            try (Connection connection = DriverManager
                    .getConnection("jdbc:h2:file:" + folder.resolve("events"), "hookglass", "")) {
                Playback.play(journal.subList(0, reached), connection);
            }
        }

        try (EventStore store = open()) {
            areWhole(store, 23);
        }
    }
}
