package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.StoredRequest;
import dev.hookglass.event.Verdict;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.ledger.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading events: always by key, never by offset, so that a page costs the same wherever it is. */
final class EventQueries {
    private static final Logger LOG = LoggerFactory.getLogger(EventQueries.class);

    private final Database database;
    private final Ledger ledger;
    private volatile TextIndex textIndex = TextIndex.NONE;

    EventQueries(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    void setTextIndex(TextIndex index) {
        textIndex = index;
    }

    List<EventSummary> older(EventFilter filter, long before, int limit, BooleanSupplier isCancelled)
            throws SQLException {
        return page(filter, PageOrder.OLDER, before, limit, isCancelled);
    }

    List<EventSummary> newer(EventFilter filter, long after, int limit, BooleanSupplier isCancelled)
            throws SQLException {
        return page(filter, PageOrder.NEWER, after, limit, isCancelled);
    }

    private List<EventSummary> page(EventFilter filter, PageOrder order, long from, int limit,
            BooleanSupplier isCancelled) throws SQLException {
        try (Connection connection = database.connect()) {
            return MarkRows.put(connection, ContentTest.of(filter).isHelpful()
                    ? new ContentSearch(connection, filter, order, isCancelled).page(textIndex, ledger, from, limit)
                    : order.page(connection, SqlCondition.of(filter), from, limit));
        }
    }

    Optional<CapturedEvent> find(long id) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection
                        .prepareStatement("SELECT " + EventRows.SELECTED + " FROM " + EventRows.TABLES
                                + " WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery(); Contents contents = new Contents(connection)) {
                return rows.next()
                        ? contents.of(MarkRows.put(connection, List.of(EventRows.read(rows))).getFirst())
                        : Optional.empty();
            }
        }
    }

    /** In the order of the ids. */
    List<EventSummary> find(long[] ids) throws SQLException {
        Map<Long, EventSummary> found = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement select = connection
                        .prepareStatement("SELECT " + EventRows.SELECTED + " FROM " + EventRows.TABLES
                                + " WHERE id = ANY(?)")) {
            List<Long> wanted = Arrays.stream(ids).boxed().toList();
            select.setArray(1, StoredRows.array(connection, wanted));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventSummary event = EventRows.read(rows);
                    found.put(event.id(), event);
                }
            }
            return MarkRows.put(connection, wanted.stream().map(found::get).filter(Objects::nonNull).toList());
        }
    }

    /** Heads and bodies of many; one by one where the file is damaged somewhere. */
    List<StoredRequest> requests(List<Long> ids) throws SQLException {
        try (Connection connection = database.connect(); RequestRows rows = new RequestRows(connection)) {
            return rows.of(ids);
        } catch (SQLException e) {
            if (DiskTrouble.wasGoneBefore(e)) {
                throw e;
            }
        }
        List<StoredRequest> found = new ArrayList<>(ids.size());
        for (long id : ids) {
            find(id).map(StoredRequest::of).ifPresent(found::add);
        }
        return found;
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
        private final Connection connection;
        private final PreparedStatement content;

        Contents(Connection connection) throws SQLException {
            content = connection.prepareStatement("SELECT head, body FROM content WHERE event = ?");
            this.connection = connection;
        }

        /** The event with its content; without, where the file is damaged there. */
        Optional<CapturedEvent> of(EventSummary event) throws SQLException {
            try {
                Optional<CapturedEvent> read = read(event);
                if (read.isPresent()) {
                    return read;
                }
            } catch (SQLException e) {
                if (DiskTrouble.wasGoneBefore(e) || DiskTrouble.isError(e)) {
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
                                Bytes.wrap(BodyParts.whole(connection, event.id(), rows.getBytes(2)))))
                        : Optional.empty();
            }
        }

        boolean passes(EventSummary event, ContentTest test) throws SQLException {
            if (!test.readsContent()) {
                return true;
            }
            Optional<CapturedEvent> found = of(event);
            return found.isPresent() && test.passes(found.get().head(), found.get().body());
        }

        @Override
        public void close() throws SQLException {
            content.close();
        }
    }
}
