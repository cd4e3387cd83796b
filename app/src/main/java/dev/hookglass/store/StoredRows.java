package dev.hookglass.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Rows of events in all tables, without regard to what anybody wanted; for the caller to commit. */
final class StoredRows {
    private StoredRows() {}

    /** Takes away what there is of some events; gives of how many there was a row in the event table. */
    static int remove(Connection connection, List<Long> ids) throws SQLException {
        for (String other : List.of("content WHERE event", "body_part WHERE event", "answer WHERE event")) {
            delete(connection, other, ids);
        }
        return delete(connection, "event WHERE id", ids);
    }

    /** Deletes the rows of one table, which is named with its column. */
    static int delete(Connection connection, String whose, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + whose + " = ANY(?)")) {
            delete.setArray(1, array(connection, ids));
            return delete.executeUpdate();
        }
    }

    /** Counts all events anew, by source and verdict. */
    static void countAgain(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM tally");
            statement.execute("INSERT INTO tally (source, verdict, events, bytes)"
                    + " SELECT source, verdict, COUNT(*), SUM(body_bytes) FROM event GROUP BY source, verdict");
        }
    }

    static Array array(Connection connection, List<Long> ids) throws SQLException {
        return connection.createArrayOf("BIGINT", ids.toArray());
    }
}
