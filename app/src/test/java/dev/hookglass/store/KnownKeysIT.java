package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.store.Captures.Told;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Most keys are known to be new without the database; which attempt an event is must not depend on that. */
class KnownKeysIT extends WithStore {
    /** More than are taken over at once, twice. */
    private static final int MANY = 10_000;

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "größe", "日本 😀",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})
    void hash_isWhatTheDatabaseHas(String key) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                PreparedStatement select = connection.prepareStatement("SELECT ORA_HASH(CAST(? AS VARCHAR))")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                assertEquals(rows.getLong(1), new KnownKeys().hash(key));
            }
        }
    }

    @Test
    void attempts_amongMany_areCountedAsWithFew() throws Exception {
        assertAttempts(1, 0, MANY);
        reopen();
        // One portion of keys is taken over for each group; before and after that is done, the outcome is the same.
        assertAttempts(1, MANY, 2 * MANY);
        assertAttempts(2, 0, MANY);
        assertAttempts(2, MANY, 2 * MANY);
        assertAttempts(1, 2 * MANY, 2 * MANY + 500);
    }

    @Test
    void anEventThatIsBroughtBack_countsAgain() throws Exception {
        assertAttempts(1, 0, 600);
        Deletion deletion = store.deletions().delete(List.of(7L));
        reopenKnown();
        store.deletions().undo(deletion);

        assertEquals(2, stored(store, draft().key("key 6")).attempt());
    }

    /** Has keys taken over anew, of which the deleted one is none. */
    private void reopenKnown() throws Exception {
        store.upkeep().compact();
        assertAttempts(1, 1_000, 2_000);
    }

    private void assertAttempts(int expected, int from, int to) throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = from; i < to; i++) {
            told.add(append(store, draft().key("key " + i)));
            if (told.size() == 1_000) {
                assertEach(expected, told);
            }
        }
        assertEach(expected, told);
    }

    private static void assertEach(int expected, List<Told> told) throws Exception {
        for (Told each : told) {
            assertEquals(expected, each.summary().attempt());
        }
        told.clear();
    }
}
