package dev.hookglass.store;

import dev.hookglass.store.JournalledChange.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Events that a person wants to keep. */
final class PinTable {
    private final Changes changes;

    PinTable(Changes changes) {
        this.changes = changes;
    }

    int set(Collection<Long> ids, boolean pinned) throws SQLException {
        return changes.make((connection, journal) -> {
            journal.accept(JournalledChange.of(pinned ? Kind.PINNED : Kind.UNPINNED, ids));
            return set(connection, ids, pinned);
        });
    }

    /** Pins events, or lets them go; what is so already stays so. Gives how many there are now or are no more. */
    static int set(Connection connection, Collection<Long> ids, boolean pinned) throws SQLException {
        String sql = pinned
                ? "MERGE INTO pin (event) KEY (event) SELECT id FROM event WHERE id = ?"
                : "DELETE FROM pin WHERE event = ?";
        int changed = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long id : ids) {
                statement.setLong(1, id);
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }
}
