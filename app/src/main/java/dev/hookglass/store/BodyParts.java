package dev.hookglass.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statement that reads what a body has beyond its first part. */
final class BodyParts implements AutoCloseable {
    private final PreparedStatement parts;

    BodyParts(Connection connection) throws SQLException {
        parts = connection.prepareStatement("SELECT bytes FROM body_part WHERE event = ? ORDER BY part");
    }

    /** The whole body of an event. */
    byte[] whole(long event, byte[] beginning) throws SQLException {
        if (beginning.length < EventInserts.PART) {
            return beginning;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(2 * beginning.length);
        body.writeBytes(beginning);
        parts.setLong(1, event);
        try (ResultSet rows = parts.executeQuery()) {
            while (rows.next()) {
                body.writeBytes(rows.getBytes(1));
            }
        }
        return body.toByteArray();
    }

    @Override
    public void close() throws SQLException {
        parts.close();
    }
}
