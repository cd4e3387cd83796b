package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Requests that never became an event: the newest as rows, all of them as counts, so that a flood does not fill the disk. */
final class RejectionTable {
    static final int MOST_ROWS = 10_000;

    private final Database database;
    private final Changes changes;
    private final AtomicLong added = new AtomicLong();

    RejectionTable(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Adds rejections, oldest first, and others that are counted only, in one transaction; gives how many rows that made. */
    int add(Collection<Rejection> rejections, Map<Reason, Long> countedOnly) throws SQLException {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        countedOnly.forEach((reason, count) -> counts.merge(reason, count, Long::sum));
        rejections.forEach(rejection -> counts.merge(rejection.reason(), 1L, Long::sum));
        int rows = changes.make((connection, _) -> {
            insert(connection, rejections);
            count(connection, counts);
            dropOldest(connection);
            return rejections.size();
        });
        added.incrementAndGet();
        return rows;
    }

    /** How often some were added since the start. */
    long added() {
        return added.get();
    }

    private static void insert(Connection connection, Collection<Rejection> rejections) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO rejection (rejected_at, remote, reason, detail, first_bytes) VALUES (?, ?, ?, ?, ?)")) {
            for (Rejection rejection : rejections) {
                insert.setLong(1, EventRows.micros(rejection.rejectedAt()));
                insert.setString(2, rejection.remote());
                insert.setString(3, rejection.reason().name());
                insert.setString(4, rejection.detail());
                insert.setBytes(5, rejection.firstBytes().array());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void count(Connection connection, Map<Reason, Long> counts) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                """
                        MERGE INTO rejection_tally AS tally USING (VALUES (CAST(? AS VARCHAR), CAST(? AS BIGINT))) AS more (reason, rejections)
                        ON tally.reason = more.reason
                        WHEN MATCHED THEN UPDATE SET rejections = tally.rejections + more.rejections
                        WHEN NOT MATCHED THEN INSERT VALUES (more.reason, more.rejections)""")) {
            for (Map.Entry<Reason, Long> count : counts.entrySet()) {
                merge.setString(1, count.getKey().name());
                merge.setLong(2, count.getValue());
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    private static void dropOldest(Connection connection) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.execute("DELETE FROM rejection WHERE id <= (SELECT MAX(id) FROM rejection) - " + MOST_ROWS);
        }
    }

    /** The newest rows, newest first. */
    List<Rejection> recent(int limit) throws SQLException {
        List<Rejection> recent = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("SELECT rejected_at, remote, reason, detail,"
                        + " first_bytes FROM rejection ORDER BY id DESC FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    recent.add(new Rejection(EventRows.instant(rows.getLong(1)), rows.getString(2),
                            Reason.valueOf(rows.getString(3)), rows.getString(4), Bytes.wrap(rows.getBytes(5))));
                }
            }
        }
        return recent;
    }

    Map<Reason, Long> count() throws SQLException {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        try (Connection connection = database.connect();
                PreparedStatement select = connection
                        .prepareStatement("SELECT reason, rejections FROM rejection_tally");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counts.put(Reason.valueOf(rows.getString(1)), rows.getLong(2));
            }
        }
        return counts;
    }
}
