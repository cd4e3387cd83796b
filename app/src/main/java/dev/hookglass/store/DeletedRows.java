package dev.hookglass.store;

import dev.hookglass.ledger.Ledger;
import dev.hookglass.store.JournalledChange.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The statements that move events out of their table, bring them back, and take away what they leave; a transaction each. */
final class DeletedRows {
    /** The number of what is never brought back. */
    static final long AT_ONCE = 0;

    private final Database database;
    private final Changes changes;
    private final Ledger ledger;

    /** @param ledger told what goes and comes back */
    DeletedRows(Database database, Changes changes, Ledger ledger) {
        this.ledger = ledger;
        this.database = database;
        this.changes = changes;
    }

    long lastDeletion() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(deletion), 0) FROM deleted_event")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Deletes events under a number. */
    int delete(long number, List<Long> ids) throws SQLException {
        int deleted = ids.isEmpty() ? 0 : changes.make((connection, journal) -> {
            journal.accept(JournalledChange.of(Kind.DELETED, ids));
            return delete(connection, number, ids);
        });
        ledger.removed(ids, number == AT_ONCE);
        return deleted;
    }

    /** The same, for the caller to commit. */
    static int delete(Connection connection, long number, List<Long> ids) throws SQLException {
        LastEvent.mark(connection);
        LedgerCache.changed(connection);
        count(connection, "event", ids, -1);
        try (PreparedStatement move = connection.prepareStatement("INSERT INTO deleted_event (deletion, "
                + EventRows.COLUMNS + ") SELECT CAST(? AS BIGINT), " + EventRows.COLUMNS
                + " FROM OLD TABLE (DELETE FROM event WHERE id = ANY(?))")) {
            move.setLong(1, number);
            move.setArray(2, StoredRows.array(connection, ids));
            return move.executeUpdate();
        }
    }

    /** Brings all events of a number back. */
    int restore(long number, BooleanSupplier isCancelled) throws SQLException {
        int restored = 0;
        int batch;
        do {
            List<Long> ids = new ArrayList<>();
            batch = changes.make((connection, journal) -> {
                ids.addAll(ids(connection, "SELECT id FROM deleted_event WHERE deletion = " + number
                        + " ORDER BY id LIMIT " + Deletions.BATCH));
                if (ids.isEmpty()) {
                    return 0;
                }
                journal.accept(JournalledChange.of(Kind.BROUGHT_BACK, ids));
                return restore(connection, ids);
            });
            ledger.restored(ids);
            restored += batch;
        } while (batch > 0 && !isCancelled.getAsBoolean());
        return restored;
    }

    /** Brings those of some events back that are deleted, for the caller to commit. */
    static int restore(Connection connection, List<Long> ids) throws SQLException {
        LedgerCache.changed(connection);
        count(connection, "deleted_event", ids, 1);
        try (PreparedStatement move = connection.prepareStatement("INSERT INTO event (" + EventRows.COLUMNS
                + ") SELECT " + EventRows.COLUMNS
                + " FROM OLD TABLE (DELETE FROM deleted_event WHERE id = ANY(?))")) {
            move.setArray(1, StoredRows.array(connection, ids));
            return move.executeUpdate();
        }
    }

    /**
     * Takes away what some events left that were deleted, but for those that may come back.
     *
     * @return their ids
     */
    List<Long> purge(Set<Long> undoable) throws SQLException {
        List<Long> purged = new ArrayList<>();
        changes.make((connection, _) -> {
            StringBuilder others = new StringBuilder();
            undoable.forEach(number -> others.append(" AND deletion <> ").append((long) number));
            List<Long> ids = ids(connection, "SELECT id FROM deleted_event WHERE TRUE" + others + " LIMIT "
                    + Deletions.BATCH);
            for (String left : List.of("content WHERE event", "body_part WHERE event", "attempt WHERE event",
                    "answer WHERE event",
                    "pin WHERE event", "event_mark WHERE event", "event_tag WHERE event", "deleted_event WHERE id")) {
                StoredRows.delete(connection, left, ids);
            }
            new AttemptPages(connection).remove(ids);
            purged.addAll(ids);
            return ids.size();
        });
        return purged;
    }

    /** The oldest events that a retention does not keep; some of them, where there are many. */
    List<Long> beyond(Retention retention, Instant now) throws SQLException {
        long events;
        long bytes;
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement
                    .executeQuery("SELECT COALESCE(SUM(events), 0), COALESCE(SUM(bytes), 0) FROM tally")) {
                rows.next();
                events = retention.events() == 0 ? 0 : rows.getLong(1) - retention.events();
                bytes = retention.bytes() == 0 ? 0 : rows.getLong(2) - retention.bytes();
            }
            long since = retention.days() == 0
                    ? Long.MIN_VALUE
                    : EventRows.micros(now.minus(retention.days(), ChronoUnit.DAYS));
            List<Long> beyond = new ArrayList<>();
            try (ResultSet rows = statement
                    .executeQuery("SELECT id, received_at, body_bytes FROM event WHERE NOT EXISTS"
                            + " (SELECT 1 FROM pin WHERE pin.event = event.id) ORDER BY id LIMIT " + Deletions.BATCH)) {
                while (rows.next()) {
                    if (events > 0 || bytes > 0 || rows.getLong(2) < since) {
                        beyond.add(rows.getLong(1));
                        events--;
                        bytes -= rows.getLong(3);
                    }
                }
            }
            return beyond;
        }
    }

    private static void count(Connection connection, String table, List<Long> ids, int sign) throws SQLException {
        TallyChange tally = new TallyChange();
        // The rows are held until the commit, so that their verdicts are those that are counted.
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT source, verdict, body_bytes FROM " + table + " WHERE id = ANY(?) FOR UPDATE")) {
            select.setArray(1, StoredRows.array(connection, ids));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tally.count(rows.getInt(1), rows.getInt(2), sign, sign * rows.getLong(3));
                }
            }
        }
        tally.write(connection);
    }

    private static List<Long> ids(Connection connection, String query) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
