package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far events have been passed on to targets, and which are to be sent there again. */
public final class ForwardTable {
    private static final String WRITING = "What was passed on could not be noted";
    private static final String READING = "What was passed on could not be read";

    private final Database database;
    private final Changes changes;
    private final StatementLane lane;

    ForwardTable(Database database, Changes changes, StatementLane lane) {
        this.database = database;
        this.changes = changes;
        this.lane = lane;
    }

    /** The last event of each source that was passed on, by the source's id. */
    public Map<Integer, Long> reached() throws Problem {
        return lane.run(READING, _ -> {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT source, reached FROM forwarding")) {
                Map<Integer, Long> reached = new TreeMap<>();
                while (rows.next()) {
                    reached.put(rows.getInt(1), rows.getLong(2));
                }
                return reached;
            }
        });
    }

    /** Notes that a source's events with ids up to this one need not be passed on any more. */
    public void reach(int sourceId, long eventId) throws Problem {
        change("MERGE INTO forwarding (source, reached) KEY (source) VALUES (?, ?)", sourceId, eventId);
    }

    /** Forgets a source that passes nothing on any more. */
    public void forget(int sourceId) throws Problem {
        change("DELETE FROM forwarding WHERE source = ?", sourceId);
        change("DELETE FROM forward_retry WHERE source = ?", sourceId);
    }

    /** Notes that an event is to be sent again. */
    public void again(ForwardRetry retry) throws Problem {
        change("MERGE INTO forward_retry (event, source, last_attempt, first_at, due_at) KEY (event)"
                + " VALUES (?, ?, ?, ?, ?)", retry.eventId(), retry.sourceId(), retry.lastAttempt(),
                EventRows.micros(retry.firstAt()), EventRows.micros(retry.dueAt()));
    }

    /** Notes that an event is not to be sent again. */
    public void done(long eventId) throws Problem {
        change("DELETE FROM forward_retry WHERE event = ?", eventId);
    }

    private void change(String sql, long... numbers) throws Problem {
        lane.run(WRITING, _ -> changes.make((connection, _) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < numbers.length; i++) {
                    statement.setLong(i + 1, numbers[i]);
                }
                return statement.executeUpdate();
            }
        }));
    }

    /** A source's events that are to be sent again, the first due first. */
    public List<ForwardRetry> next(int sourceId, int limit) throws Problem {
        return lane.run(READING, _ -> {
            try (Connection connection = database.connect();
                    PreparedStatement select = connection.prepareStatement(
                            "SELECT event, last_attempt, first_at, due_at FROM forward_retry WHERE source = ?"
                                    + " ORDER BY due_at LIMIT ?")) {
                select.setInt(1, sourceId);
                select.setInt(2, limit);
                return read(select, sourceId);
            }
        });
    }

    private static List<ForwardRetry> read(PreparedStatement select, int sourceId) throws SQLException {
        List<ForwardRetry> retries = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Instant first = EventRows.instant(rows.getLong(3));
                retries.add(new ForwardRetry(rows.getLong(1), sourceId, rows.getLong(2), first,
                        EventRows.instant(rows.getLong(4))));
            }
        }
        return retries;
    }
}
