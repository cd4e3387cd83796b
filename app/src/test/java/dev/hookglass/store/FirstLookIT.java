package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.filter.EventFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** The look at a database file that was not closed by us: it is told what it lacks, and changed in nothing. */
class FirstLookIT extends WithJournal {
    private Path file() {
        return folder.resolve(Database.FILE);
    }

    private void filled() throws Exception {
        try (EventStore store = open()) {
            storeMany(store, 20);
        }
        // What the journal has is put right from there.
        Files.delete(journal());
    }

    private void inSql(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("events"),
                "hookglass", ""); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private UnreadableStore refused() throws Exception {
        byte[] before = Files.readAllBytes(file());
        UnreadableStore refused = assertThrows(UnreadableStore.class, this::open);
        assertArrayEquals(before, Files.readAllBytes(file()));
        return refused;
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM content", "DELETE FROM content WHERE event = 7",
            "DELETE FROM event WHERE id < 20", "TRUNCATE TABLE content"})
    void aTableThatLostRows_isToldAndLeftAsItIs(String loss) throws Exception {
        filled();
        inSql(loss);

        UnreadableStore refused = refused();

        assertTrue(refused.sentence().contains("lacks"), refused.sentence());
        assertTrue(refused.canBeOpened());
        new Salvage(folder, InstantSource.system()).takeAsItIs();
        open().close();
    }

    @Test
    void aDatabaseThatEndsBeforeTheNote_isToldAndLeftAsItIs() throws Exception {
        filled();
        inSql("DELETE FROM content WHERE event > 15");
        inSql("DELETE FROM event WHERE id > 15");

        assertTrue(refused().sentence().contains("ends at event 15, but event 20 was stored"));
    }

    /** As after a copy: what is whole is taken. */
    @Test
    void aWholeDatabaseThatWasTouched_isOpened() throws Exception {
        filled();
        Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));

        try (EventStore store = open()) {
            assertEquals(upTo(20), Captures.ids(store.newer(EventFilter.ALL, 0, 100)));
        }
    }
}
