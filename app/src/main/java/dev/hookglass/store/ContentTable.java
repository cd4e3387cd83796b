package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** All content in the order of ids, for whoever keeps an index of it. Safe for use by many threads; blocks for the disk. */
public final class ContentTable {
    private static final String READING = "The event database could not be read";
    private static final String IDENTITY = "search identity";
    private static final int MOST = 500;
    private static final long MOST_BYTES = 4L << 20;

    private final Database database;
    private final Changes changes;
    private final StatementLane lane;
    private final EventWriter writer;
    private volatile Watcher watcher = new Watcher() {};

    ContentTable(Database database, Changes changes, StatementLane lane, EventWriter writer) {
        this.database = database;
        this.changes = changes;
        this.lane = lane;
        this.writer = writer;
    }

    /** Told what else changes but that events are added; on threads of the store. */
    public interface Watcher {
        /** The content of these events has gone for good. */
        default void gone(List<Long> ids) {}

        /** All events are others now. */
        default void replaced() {}
    }

    /** Tells a watcher from now on, in place of the one before. */
    public void watch(Watcher told) {
        watcher = told;
    }

    Watcher watcher() {
        return watcher;
    }

    /** A number that this database has and no other; it is made where there is none yet. */
    public long identity() throws Problem {
        return lane.run(READING, _ -> changes.make((connection, _) -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO mark (name, number) SELECT '" + IDENTITY + "', "
                        + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)
                        + " WHERE NOT EXISTS (SELECT 1 FROM mark WHERE name = '" + IDENTITY + "')");
                return number(statement, "SELECT number FROM mark WHERE name = '" + IDENTITY + "'");
            }
        }));
    }

    /** The highest id that was given to an event. */
    public long lastId() {
        return writer.lastId();
    }

    /** The id up to which everything that has content can be read. */
    public long appliedId() {
        return writer.appliedId();
    }

    /** How many events have content. */
    public long count() throws Problem {
        return lane.runAsItIs(READING, _ -> {
            try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                return number(statement, "SELECT COUNT(*) FROM content");
            }
        });
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The content of one event. */
    public Optional<StoredContent> find(long id) throws Problem {
        return lane.runAsItIs(READING, _ -> {
            try (Connection connection = database.connect(); Reading reading = new Reading(connection)) {
                return reading.read(id);
            }
        });
    }

    /** The content with the lowest ids above another: some hundreds, fewer where they are large; none if there is no more. */
    public List<StoredContent> after(long id) throws Problem {
        return lane.runAsItIs(READING, isCancelled -> {
            try (Connection connection = database.connect(); Reading reading = new Reading(connection)) {
                List<StoredContent> read = new ArrayList<>();
                long bytes = 0;
                for (long next : reading.idsAfter(id)) {
                    if (bytes >= MOST_BYTES || isCancelled.getAsBoolean()) {
                        break;
                    }
                    Optional<StoredContent> content = reading.read(next);
                    content.ifPresent(read::add);
                    bytes += content.map(found -> (long) found.body().size()).orElse(0L);
                }
                return read;
            }
        });
    }

    /** Those of some ids, in rising order, that have no content any more. */
    public List<Long> gone(List<Long> rising) throws Problem {
        return rising.isEmpty() ? rising : lane.runAsItIs(READING, _ -> {
            List<Long> gone = new ArrayList<>(rising);
            for (String table : List.of("event", "deleted_event")) {
                try (Connection connection = database.connect();
                        PreparedStatement select = connection
                                .prepareStatement("SELECT id FROM " + table + " WHERE id BETWEEN ? AND ?")) {
                    select.setLong(1, rising.getFirst());
                    select.setLong(2, rising.getLast());
                    gone.removeAll(ids(select));
                }
            }
            return gone;
        });
    }

    private static Set<Long> ids(PreparedStatement select) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    /** The statements that read content by id. */
    private static final class Reading implements AutoCloseable {
        private final PreparedStatement ids;
        private final Connection connection;
        private final PreparedStatement content;

        Reading(Connection connection) throws SQLException {
            ids = connection.prepareStatement("SELECT event FROM content WHERE event > ? ORDER BY event LIMIT " + MOST);
            content = connection.prepareStatement("SELECT head, body FROM content WHERE event = ?");
            this.connection = connection;
        }

        List<Long> idsAfter(long id) throws SQLException {
            List<Long> found = new ArrayList<>();
            ids.setLong(1, id);
            try (ResultSet rows = ids.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }

        Optional<StoredContent> read(long id) throws SQLException {
            content.setLong(1, id);
            try (ResultSet rows = content.executeQuery()) {
                return rows.next()
                        ? Optional.of(new StoredContent(id, Bytes.wrap(rows.getBytes(1)),
                                Bytes.wrap(BodyParts.whole(connection, id, rows.getBytes(2)))))
                        : Optional.empty();
            }
        }

        @Override
        public void close() throws SQLException {
            ids.close();
            content.close();
        }
    }
}
