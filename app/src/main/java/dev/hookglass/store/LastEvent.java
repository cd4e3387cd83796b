package dev.hookglass.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;

/** The highest id that an event was given. It is marked when events go, so that no id is given twice. */
final class LastEvent {
    private static final String ID = """
            GREATEST(COALESCE((SELECT MAX(id) FROM event), 0), COALESCE((SELECT MAX(id) FROM deleted_event), 0),
            COALESCE((SELECT number FROM mark WHERE name = 'last event'), 0))""";

    private LastEvent() {}

    static long id(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return id(connection);
        }
    }

    /** The same in a database that may lack tables. */
    static long idInOlder(Connection connection) throws SQLException {
        try {
            return id(connection);
        } catch (SQLException lacking) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT MAX(id) FROM event")) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                if (isTableMissing(e)) {
                    return 0;
                }
                throw e;
            }
        }
    }

    private static boolean isTableMissing(SQLException e) {
        return e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                || e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1;
    }

    static long id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + ID)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Marks that ids up to this were given, in a database that may be an older one. */
    static void mark(Connection connection, long id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "MERGE INTO mark (name, number) KEY (name) VALUES ('last event', GREATEST(" + id + ", " + ID
                            + "))");
        }
    }

    /** Marks it, for the caller to commit, before events are taken away. */
    static void mark(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("MERGE INTO mark (name, number) KEY (name) VALUES ('last event', " + ID + ")");
        }
    }
}
