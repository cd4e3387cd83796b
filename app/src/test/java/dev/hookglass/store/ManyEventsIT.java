package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.ids;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a person has put to few of very many events. H2 keeps what a query gathers in memory up to a number of rows, and in
 * its file beyond that, where it once failed over the ids of all events.
 */
class ManyEventsIT extends WithStore {
    private static final int EVENTS = 20_000;

    /** Without the way through the writer, which would take many times as long. */
    private void addMany() throws Exception {
        close();
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("events") + ";RETENTION_TIME=0", "hookglass", "");
                Statement statement = connection.createStatement()) {
            // Else it would take so many events as there is memory for.
            statement.execute("SET MAX_MEMORY_ROWS 1000");
            statement.execute(
                    "INSERT INTO event (" + EventRows.COLUMNS + ") SELECT x, 1000000 * x, 1, 'generic', 'POST',"
                            + " '/', '127.0.0.1:5', NULL, 1, NULL, 1, 0, '', 200, 2, X'" + "00".repeat(32)
                            + "', FALSE FROM SYSTEM_RANGE(1, " + EVENTS + ")");
        } finally {
            open();
        }
    }

    @Test
    void tagsOfFewAmongMany_areFoundAndShown() throws Exception {
        addMany();
        EventSummary newest = stored(store, draft());
        assertEquals(EVENTS + 1, newest.id());
        List<Long> tagged = List.of(2L, EVENTS / 2L, newest.id());
        store.marks().tag(tagged, "seldom");
        store.pin(tagged, true);

        assertEquals(List.of("seldom"), store.marks().tags());
        assertEquals(tagged, found("tag:seldom"));
        assertEquals(tagged, found("is:pinned"));
        List<EventSummary> page = store.older(EventFilter.ALL, Long.MAX_VALUE, 1_000);
        assertEquals(List.of(newest.id()), ids(page.stream().filter(EventSummary::pinned).toList()));
        assertEquals(List.of("seldom"), page.getFirst().marks().tags());
        List<EventSummary> read = store.find(new long[]{EVENTS / 2, 3, 2});
        assertEquals(List.of(true, false, true), read.stream().map(EventSummary::pinned).toList());
    }
}
