package dev.hookglass.store;

import dev.hookglass.event.Colour;
import dev.hookglass.event.Marks;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Colours, tags and notes of events. They go with their event when it is deleted, and come back with it. Safe for use by many
 * threads; blocks for as long as the disk takes. Ids of which there is no event are passed over.
 */
public final class MarkTable {
    private static final String WRITING = "The marks could not be stored";
    private static final int LONGEST_TAG = 100;
    private static final int LONGEST_NOTE = 100_000;

    private final Database database;
    private final Changes changes;
    private final StatementLane lane;

    MarkTable(Database database, Changes changes, StatementLane lane) {
        this.database = database;
        this.changes = changes;
        this.lane = lane;
    }

    /** Gives events a colour, or takes theirs away. */
    public void setColour(Collection<Long> ids, Optional<Colour> colour) throws Problem {
        write(connection -> setColour(connection, ids, colour));
    }

    /**
     * Gives events a tag.
     *
     * @throws Problem if it is no word that a filter could ask for
     */
    public void tag(Collection<Long> ids, String tag) throws Problem {
        requireTag(tag);
        write(connection -> tag(connection, ids, tag));
    }

    /** Takes a tag away from events. */
    public void untag(Collection<Long> ids, String tag) throws Problem {
        write(connection -> each(connection, "DELETE FROM event_tag WHERE event = ? AND tag = ?", ids, tag));
    }

    /**
     * Writes a note beside events, in place of the one that was there; empty for none.
     *
     * @throws Problem if it is too long
     */
    public void setNote(Collection<Long> ids, String note) throws Problem {
        requireNote(note);
        write(connection -> setNote(connection, ids, note));
    }

    /** Sets all marks of events that have none yet, such as imported ones. */
    public void add(Map<Long, Marks> marks) throws Problem {
        for (Marks each : marks.values()) {
            requireNote(each.note());
            for (String tag : each.tags()) {
                requireTag(tag);
            }
        }
        write(connection -> {
            for (Map.Entry<Long, Marks> entry : marks.entrySet()) {
                List<Long> id = List.of(entry.getKey());
                setColour(connection, id, entry.getValue().colour());
                setNote(connection, id, entry.getValue().note());
                for (String tag : entry.getValue().tags()) {
                    tag(connection, id, tag);
                }
            }
        });
    }

    /** All tags that events have, sorted. */
    public List<String> tags() throws Problem {
        return lane.run("The tags could not be read", _ -> {
            List<String> tags = new ArrayList<>();
            try (Connection connection = database.connect();
                    PreparedStatement select = connection.prepareStatement(
                            // Not “in (select”: H2 would gather the ids of all events first, and fails where they are many.
                            "SELECT DISTINCT tag FROM event_tag WHERE EXISTS"
                                    + " (SELECT 1 FROM event WHERE event.id = event_tag.event) ORDER BY tag");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tags.add(rows.getString(1));
                }
            }
            return tags;
        });
    }

    private static void requireTag(String tag) throws Problem {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG || !tag.matches("[^\\s,\"*]+")) {
            throw new Problem("A tag is one word of at most " + LONGEST_TAG
                    + " characters, without commas, quotation marks and asterisks.");
        }
    }

    private static void requireNote(String note) throws Problem {
        if (note.length() > LONGEST_NOTE) {
            throw new Problem(String.format("A note has at most %,d characters.", LONGEST_NOTE));
        }
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void write(Work work) throws Problem {
        lane.run(WRITING, _ -> changes.make((connection, _) -> {
            work.run(connection);
            return true;
        }));
    }

    private static void setColour(Connection connection, Collection<Long> ids, Optional<Colour> colour)
            throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("MERGE INTO event_mark (event, colour) KEY (event)"
                + " SELECT id, CAST(? AS TINYINT) FROM event WHERE id = ?")) {
            for (long id : ids) {
                if (colour.isPresent()) {
                    merge.setInt(1, colour.get().code());
                } else {
                    merge.setNull(1, Types.TINYINT);
                }
                merge.setLong(2, id);
                merge.executeUpdate();
            }
        }
        removeEmpty(connection, ids);
    }

    private static void setNote(Connection connection, Collection<Long> ids, String note) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("MERGE INTO event_mark (event, note) KEY (event)"
                + " SELECT id, CAST(? AS VARCHAR) FROM event WHERE id = ?")) {
            for (long id : ids) {
                merge.setString(1, note);
                merge.setLong(2, id);
                merge.executeUpdate();
            }
        }
        removeEmpty(connection, ids);
    }

    private static void tag(Connection connection, Collection<Long> ids, String tag) throws SQLException {
        each(connection, "MERGE INTO event_tag (event, tag) KEY (event, tag)"
                + " SELECT id, CAST(?2 AS VARCHAR) FROM event WHERE id = ?1", ids, tag);
    }

    private static void removeEmpty(Connection connection, Collection<Long> ids) throws SQLException {
        each(connection, "DELETE FROM event_mark WHERE event = ? AND note = ? AND colour IS NULL", ids, "");
    }

    /** A statement for each event, whose id is its first parameter, and a text its second. */
    private static void each(Connection connection, String sql, Collection<Long> ids, String text)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long id : ids) {
                statement.setLong(1, id);
                statement.setString(2, text);
                statement.executeUpdate();
            }
        }
    }
}
