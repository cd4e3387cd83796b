package dev.hookglass.store;

import dev.hookglass.event.Colour;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person has put to some events: pins, colours, notes and tags. Read for a page at a time and not joined to each row,
 * since nearly all events have none.
 */
final class MarkRows {
    private static final String NONE_AT_ALL = "SELECT NOT EXISTS (SELECT 1 FROM pin)"
            + " AND NOT EXISTS (SELECT 1 FROM event_mark) AND NOT EXISTS (SELECT 1 FROM event_tag)";

    private final Connection connection;
    private final List<Long> ids;

    private MarkRows(Connection connection, List<Long> ids) {
        this.connection = connection;
        this.ids = ids;
    }

    /** The same events in the same order, with what was put to them. */
    static List<EventSummary> put(Connection connection, List<EventSummary> events) throws SQLException {
        if (events.isEmpty() || areNone(connection)) {
            return events;
        }
        MarkRows rows = new MarkRows(connection, events.stream().map(EventSummary::id).toList());
        Set<Long> pinned = rows.pinned();
        Map<Long, Marks> marks = rows.marks();
        return events.stream().map(event -> event.withPinned(pinned.contains(event.id()))
                .withMarks(marks.getOrDefault(event.id(), Marks.NONE))).toList();
    }

    private static boolean areNone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NONE_AT_ALL)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private Set<Long> pinned() throws SQLException {
        Set<Long> pinned = new HashSet<>();
        each("SELECT event FROM pin WHERE event = ANY(?)", row -> pinned.add(row.getLong(1)));
        return pinned;
    }

    private Map<Long, Marks> marks() throws SQLException {
        Map<Long, List<String>> tags = new HashMap<>();
        each("SELECT event, tag FROM event_tag WHERE event = ANY(?) ORDER BY tag",
                row -> tags.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getString(2)));
        Map<Long, Marks> marks = new HashMap<>();
        tags.forEach((id, each) -> marks.put(id, new Marks(Optional.empty(), each, "")));
        each("SELECT event, colour, note FROM event_mark WHERE event = ANY(?)", row -> {
            int code = row.getInt(2);
            Optional<Colour> colour = row.wasNull() ? Optional.empty() : Optional.of(Colour.of(code));
            long id = row.getLong(1);
            marks.put(id, new Marks(colour, tags.getOrDefault(id, List.of()), row.getString(3)));
        });
        return marks;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Row reading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, StoredRows.array(connection, ids));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reading.read(rows);
                }
            }
        }
    }
}
