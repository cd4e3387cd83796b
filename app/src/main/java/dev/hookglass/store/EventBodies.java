package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Bodies of events by their ids, on one connection; attempts of one event share the bytes. */
final class EventBodies implements AutoCloseable {
    private final PreparedStatement content;
    private final Connection connection;
    private long lastEvent;
    private @Nullable Bytes last;

    EventBodies(Connection connection) throws SQLException {
        this.connection = connection;
        content = connection.prepareStatement("SELECT body FROM content WHERE event = ?");
    }

    /** Empty where there is none. */
    Bytes of(long event) throws SQLException {
        Bytes known = last;
        if (known == null || event != lastEvent) {
            known = read(event);
            last = known;
            lastEvent = event;
        }
        return known;
    }

    private Bytes read(long event) throws SQLException {
        content.setLong(1, event);
        try (ResultSet rows = content.executeQuery()) {
            return rows.next() ? Bytes.wrap(BodyParts.whole(connection, event, rows.getBytes(1))) : Bytes.EMPTY;
        }
    }

    @Override
    public void close() throws SQLException {
        content.close();
    }
}
