package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Colour;
import dev.hookglass.event.Marks;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Colours, tags and notes: set, found, gone with their events and back with them. */
class MarkTableIT extends WithStore {
    private static final Marks ALL = new Marks(Optional.of(Colour.RED), List.of("CMP-12", "later"), "Ask; “why”?\n2×");

    @BeforeEach
    void storeThree() throws Exception {
        for (int i = 0; i < 3; i++) {
            stored(store, draft());
        }
    }

    private Marks marks(long id) throws Problem {
        return store.find(id).orElseThrow().summary().marks();
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

    @Test
    void marks_areSetOneByOne_andTakenAway() throws Exception {
        MarkTable table = store.marks();
        table.setColour(List.of(2L, 99L), Optional.of(Colour.RED));
        table.setNote(List.of(2L), ALL.note());
        table.tag(List.of(2L, 3L), "later");
        table.tag(List.of(2L), "CMP-12");
        table.tag(List.of(2L), "CMP-12");
        reopen();
        assertEquals(ALL, marks(2));
        assertEquals(new Marks(Optional.empty(), List.of("later"), ""), marks(3));
        assertEquals(List.of("CMP-12", "later"), store.marks().tags());

        store.marks().setColour(List.of(2L), Optional.empty());
        store.marks().untag(List.of(2L, 3L), "later");
        assertEquals(new Marks(Optional.empty(), List.of("CMP-12"), ALL.note()), marks(2));
        store.marks().setNote(List.of(2L), "");
        store.marks().untag(List.of(2L), "CMP-12");
        assertEquals(Marks.NONE, marks(2));
        assertEquals(0, rows("event_mark") + rows("event_tag"));
    }

    @Test
    void filters_findThem() throws Exception {
        store.marks().add(Map.of(2L, ALL));
        store.marks().setColour(List.of(3L), Optional.of(Colour.BLUE));
        assertEquals(List.of(2L), found("tag:later"));
        assertEquals(List.of(2L), found("tag:cmp-*"));
        assertEquals(List.of(1L, 3L), found("-tag:*"));
        assertEquals(List.of(2L, 3L), found("colour:red,blue"));
        assertEquals(List.of(1L), found("-colour:red,blue"));
        assertEquals(List.of(2L), found("is:noted"));
        assertEquals(List.of(2L), found("note:\"ask; “WHY\""));
        assertEquals(List.of(), found("note:%"));
        assertEquals(List.of(2L), found("colour:red tag:later is:noted"));
    }

    @Test
    void deletedEvents_takeThemAlong_andBringThemBackOrLoseThemForGood() throws Exception {
        store.marks().add(Map.of(2L, ALL, 3L, ALL));
        Deletion deletion = store.deletions().delete(List.of(2L));
        assertEquals(List.of(3L), found("tag:later"));
        store.deletions().undo(deletion);
        assertEquals(ALL, marks(2));

        store.deletions().purge(store.deletions().delete(List.of(2L)));
        assertEquals(1, rows("event_mark"));
        assertEquals(2, rows("event_tag"));
    }

    @Test
    void backup_hasThem() throws Exception {
        store.marks().add(Map.of(2L, ALL));
        store.upkeep().backup(folder.resolve("backup.zip"));
        store.marks().setColour(List.of(2L), Optional.empty());
        store.upkeep().restore(folder.resolve("backup.zip"));
        assertEquals(ALL, marks(2));
    }

    @Test
    void whatNoFilterCouldAskFor_isNoTag() {
        for (String tag : List.of("", "two words", "a,b", "a\"b", "a*", "x".repeat(101))) {
            assertThrows(Problem.class, () -> store.marks().tag(List.of(1L), tag), tag);
        }
        assertTrue(assertThrows(Problem.class, () -> store.marks().setNote(List.of(1L), "x".repeat(100_001)))
                .sentence().contains("100,000"));
    }
}
