package dev.hookglass.store;

import dev.hookglass.event.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Requests that never became an event. */
final class RejectionTable {
    private final Database database;

    RejectionTable(Database database) {
        this.database = database;
    }

    /** Adds one and gives the number of rows that made. */
    int add(Rejection rejection) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO rejection (rejected_at, remote, reason, detail) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, EventRows.micros(rejection.rejectedAt()));
            insert.setString(2, rejection.remote());
            insert.setString(3, rejection.reason().name());
            insert.setString(4, rejection.detail());
            return insert.executeUpdate();
        }
    }

    Map<Rejection.Reason, Long> count() throws SQLException {
        Map<Rejection.Reason, Long> counts = new EnumMap<>(Rejection.Reason.class);
        try (Connection connection = database.connect();
                PreparedStatement select = connection
                        .prepareStatement("SELECT reason, COUNT(*) FROM rejection GROUP BY reason");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counts.put(Rejection.Reason.valueOf(rows.getString(1)), rows.getLong(2));
            }
        }
        return counts;
    }
}
