package dev.hookglass.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads what a body has beyond its first part. */
final class BodyParts {
    private BodyParts() {}

    /** The whole body of an event, in one array that is made once: there may be memory for just that. */
    static byte[] whole(Connection connection, long event, byte[] beginning) throws SQLException {
        if (beginning.length < EventInserts.PART) {
            return beginning;
        }
        byte[] body = Arrays.copyOf(beginning, size(connection, event, beginning.length));
        int end = beginning.length;
        try (PreparedStatement parts = connection
                .prepareStatement("SELECT bytes FROM body_part WHERE event = ? ORDER BY part")) {
            parts.setLong(1, event);
            try (ResultSet rows = parts.executeQuery()) {
                while (rows.next()) {
                    byte[] part = rows.getBytes(1);
                    // They add up, but for where they are damaged; the hash tells that.
                    int length = Math.min(part.length, body.length - end);
                    System.arraycopy(part, 0, body, end, length);
                    end += length;
                }
            }
        }
        return end == body.length ? body : Arrays.copyOf(body, end);
    }

    private static int size(Connection connection, long event, int beginning) throws SQLException {
        try (PreparedStatement sum = connection.prepareStatement(
                "SELECT COALESCE(SUM(OCTET_LENGTH(bytes)), 0) FROM body_part WHERE event = ?")) {
            sum.setLong(1, event);
            try (ResultSet rows = sum.executeQuery()) {
                rows.next();
                return Math.toIntExact(beginning + rows.getLong(1));
            }
        }
    }
}
