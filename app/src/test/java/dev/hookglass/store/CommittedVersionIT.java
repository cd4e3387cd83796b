package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

/** What a kill leaves where H2 would take another version than the last commit wrote: it has all that was confirmed, and no more. */
class CommittedVersionIT extends WithJournal {
    private static final int MOST_TRIES = 3_000;
    private static final int LONGEST_NOTE = 60_000;

    @Test
    void aMarkThatWasConfirmed_isThereThoughH2WouldHaveGoneBackBeforeIt() throws Exception {
        String note = noteThatH2WouldLose();

        try (EventStore store = open()) {
            EventSummary event = store.newer(EventFilter.ALL, 0, 10).getFirst();
            assertEquals(note, event.marks().note());
        }
    }

    @Test
    void whatATransactionWroteOnItsWay_isGoneBackBehind() throws Exception {
        try (EventStore store = open()) {
            stored(store, draft());
            assertEquals(1, store.newer(EventFilter.ALL, 0, 10).size());
        }
        Path killed = Files.createDirectory(parent.resolve("killed"));
        long committed;
        try (Connection connection = H2Source.of(folder, Database.DISK, Database.RETENTION, false).getConnection()) {
            MVStore store = Database.file(connection);
            committed = store.getFileStore().lastChunkVersion();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                assertEquals(1, statement.executeUpdate("UPDATE tally SET events = events + 1"));
            }
            store.commit();
            Files.copy(folder.resolve(Database.FILE), killed.resolve(Database.FILE));
            connection.rollback();
        }
        assertTrue(takenByH2(killed) > committed);

        CommittedVersion.take(Database.DISK + killed.resolve(Database.FILE), committed);

        assertEquals(committed, takenByH2(killed));
        try (Connection connection = H2Source.of(killed, Database.DISK, Database.RETENTION, false)
                .getConnection(); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE tally SET events = events + 1"));
        }
    }

    /** Leaves the folder as a kill would at a moment when H2 takes an older version; gives what was confirmed last. */
    private String noteThatH2WouldLose() throws Exception {
        Random random = new Random(1);
        Path killed = Files.createDirectory(parent.resolve("killed"));
        try (EventStore store = open()) {
            stored(store, draft());
            assertEquals(1, store.newer(EventFilter.ALL, 0, 10).size());
            for (int i = 0; i < MOST_TRIES; i++) {
                // Of all lengths, so that the next place that H2 has in mind is too small at times.
                String note = i + " ".repeat(random.nextInt(LONGEST_NOTE)) + "end";
                store.marks().setNote(List.of(1L), note);
                for (String file : List.of(Database.FILE, "events-a.journal", "events-b.journal")) {
                    Files.copy(folder.resolve(file), killed.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
                if (takenByH2(killed) < Journal.version(Journal.read(killed))) {
                    folder = killed;
                    return note;
                }
            }
        }
        throw new AssertionError("H2 never took an older version");
    }

    private static long takenByH2(Path folder) throws IOException {
        Path file = folder.resolve(Database.FILE);
        assertTrue(Files.size(file) > 0);
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return store.getFileStore().lastChunkVersion();
        }
    }
}
