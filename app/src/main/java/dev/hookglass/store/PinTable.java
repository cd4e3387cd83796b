package dev.hookglass.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Events that a person wants to keep. */
final class PinTable {
    private final Database database;

    PinTable(Database database) {
        this.database = database;
    }

    /** Pins events, or lets them go; what is so already stays so. Gives how many there are now or are no more. */
    int set(Collection<Long> ids, boolean pinned) throws SQLException {
        String sql = pinned
                ? "MERGE INTO pin (event) KEY (event) SELECT id FROM event WHERE id = ?"
                : "DELETE FROM pin WHERE event = ?";
        int changed = 0;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long id : ids) {
                statement.setLong(1, id);
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }
}
