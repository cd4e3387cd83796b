package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import dev.hookglass.filter.EventFilter;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading events: always by key, never by offset, so that a page costs the same wherever it is. */
final class EventQueries {
    private static final Logger LOG = LoggerFactory.getLogger(EventQueries.class);
    private static final int SCAN = 1_000;

    private final Database database;

    EventQueries(Database database) {
        this.database = database;
    }

    List<EventSummary> older(EventFilter filter, long before, int limit, BooleanSupplier isCancelled)
            throws SQLException {
        return page(filter, "id < ?", "DESC", before, limit, isCancelled);
    }

    List<EventSummary> newer(EventFilter filter, long after, int limit, BooleanSupplier isCancelled)
            throws SQLException {
        return page(filter, "id > ?", "ASC", after, limit, isCancelled);
    }

    private List<EventSummary> page(EventFilter filter, String bound, String order, long from, int limit,
            BooleanSupplier isCancelled)
            throws SQLException {
        SqlCondition condition = SqlCondition.of(filter);
        String where = " WHERE " + condition.sql() + " AND " + bound + " ORDER BY " + condition.orderedBy(order)
                + " LIMIT ?";
        try (Connection connection = database.connect()) {
            return filter.readsContent()
                    ? search(connection, condition, where, ContentTest.of(filter), from, limit, isCancelled)
                    : select(connection, condition, where, from, limit);
        }
    }

    private static List<EventSummary> select(Connection connection, SqlCondition condition, String where, long from,
            int limit) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT " + EventRows.SELECTED + " FROM " + EventRows.TABLES + where)) {
            int next = condition.bind(statement);
            statement.setLong(next, from);
            statement.setInt(next + 1, limit);
            List<EventSummary> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(EventRows.read(rows));
                }
            }
            return page;
        }
    }

    /** Reads candidates with their content in portions until enough pass; stops early when cancelled. */
    private static List<EventSummary> search(Connection connection, SqlCondition condition, String where,
            ContentTest test, long from, int limit, BooleanSupplier isCancelled) throws SQLException {
        List<EventSummary> page = new ArrayList<>();
        long at = from;
        try (Contents contents = new Contents(connection)) {
            while (page.size() < limit && !isCancelled.getAsBoolean()) {
                List<EventSummary> candidates = select(connection, condition, where, at, SCAN);
                for (EventSummary candidate : candidates) {
                    if (page.size() < limit && contents.passes(candidate, test)) {
                        page.add(candidate);
                    }
                }
                if (candidates.size() < SCAN) {
                    break;
                }
                at = candidates.getLast().id();
            }
        }
        return page;
    }

    Optional<CapturedEvent> find(long id) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection
                        .prepareStatement("SELECT " + EventRows.SELECTED + " FROM " + EventRows.TABLES
                                + " WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery(); Contents contents = new Contents(connection)) {
                return rows.next() ? contents.of(EventRows.read(rows)) : Optional.empty();
            }
        }
    }

    Optional<Instant> firstOfKey(EventSummary event) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("SELECT received_at FROM event"
                        + " WHERE key_hash = ORA_HASH(?1) AND source = ?2 AND event_key = ?1 AND attempt < ?3"
                        + " ORDER BY key_hash, attempt LIMIT 1")) {
            select.setString(1, event.key());
            select.setInt(2, event.sourceId());
            select.setInt(3, event.attempt());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(EventRows.instant(rows.getLong(1))) : Optional.empty();
            }
        }
    }

    List<Tally> tallies() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection
                        .prepareStatement("SELECT source, verdict, events, bytes FROM tally");
                ResultSet rows = statement.executeQuery()) {
            List<Tally> tallies = new ArrayList<>();
            while (rows.next()) {
                tallies.add(new Tally(rows.getInt(1), Verdict.Outcome.of(rows.getInt(2)), rows.getLong(3),
                        rows.getLong(4)));
            }
            return tallies;
        }
    }

    /** The statements that read heads and bodies, on one connection. */
    static final class Contents implements AutoCloseable {
        private final PreparedStatement content;
        private final PreparedStatement parts;

        Contents(Connection connection) throws SQLException {
            content = connection.prepareStatement("SELECT head, body FROM content WHERE event = ?");
            parts = connection.prepareStatement("SELECT bytes FROM body_part WHERE event = ? ORDER BY part");
        }

        /** The event with its content; without, where the file is damaged there. */
        Optional<CapturedEvent> of(EventSummary event) throws SQLException {
            try {
                Optional<CapturedEvent> read = read(event);
                if (read.isPresent()) {
                    return read;
                }
            } catch (SQLException e) {
                if (DiskTrouble.wasGoneBefore(e)) {
                    throw e;
                }
                LOG.warn("The content of event {} cannot be read: {}", event.id(), Database.firstLine(e));
            }
            return Optional.of(new CapturedEvent(event, Bytes.EMPTY, Bytes.EMPTY));
        }

        private Optional<CapturedEvent> read(EventSummary event) throws SQLException {
            content.setLong(1, event.id());
            try (ResultSet rows = content.executeQuery()) {
                return rows.next()
                        ? Optional.of(new CapturedEvent(event, Bytes.wrap(rows.getBytes(1)),
                                Bytes.wrap(whole(event, rows.getBytes(2)))))
                        : Optional.empty();
            }
        }

        private byte[] whole(EventSummary event, byte[] beginning) throws SQLException {
            if (beginning.length == event.bodyBytes()) {
                return beginning;
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream((int) event.bodyBytes());
            body.writeBytes(beginning);
            parts.setLong(1, event.id());
            try (ResultSet rows = parts.executeQuery()) {
                while (rows.next()) {
                    body.writeBytes(rows.getBytes(1));
                }
            }
            return body.toByteArray();
        }

        boolean passes(EventSummary event, ContentTest test) throws SQLException {
            Optional<CapturedEvent> found = of(event);
            return found.isPresent() && test.passes(found.get().head(), found.get().body());
        }

        @Override
        public void close() throws SQLException {
            content.close();
            parts.close();
        }
    }
}
