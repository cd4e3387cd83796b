package dev.hookglass.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether the tables have what each other say. What belongs together is committed together, so that a table which lacks rows
 * lost them: H2 does not tell that by itself.
 */
final class Wholeness {
    private Wholeness() {}

    /** How many events, or contents of events, are not there though other tables have them. Takes no longer for many. */
    static long missing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
                SELECT (SELECT COALESCE(SUM(events), 0) FROM tally), (SELECT COUNT(*) FROM event),
                (SELECT COUNT(*) FROM deleted_event), (SELECT COUNT(*) FROM content)""")) {
            rows.next();
            long events = rows.getLong(2);
            return Math.max(0, rows.getLong(1) - events)
                    + Math.max(0, events + rows.getLong(3) - rows.getLong(4));
        }
    }

    /** Fails where something is missing. */
    static void require(Connection connection) throws SQLException {
        try (connection) {
            long missing = missing(connection);
            if (missing > 0) {
                throw new SQLException("The event database lacks " + missing + " events since it was opened anew");
            }
        }
    }
}
