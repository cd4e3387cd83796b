package dev.hookglass.store;

import dev.hookglass.event.Capture;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers that events are given before the journal has them: ids, and which attempt of its sender an event is. Used by the
 * writer's thread, but for {@link #lastId} and {@link #applied}.
 */
final class Numbering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Numbering.class);

    private final Database database;
    private final Changes changes;
    /** Those that the database need not have yet. */
    private final Map<Key, Last> recent = new ConcurrentHashMap<>();
    private @Nullable Connection connection;
    private @Nullable PreparedStatement attempts;
    private KnownKeys known = new KnownKeys();
    /** How many changes had brought events back when that was begun. */
    private long broughtBack;
    private long generation;
    private volatile long lastId;

    Numbering(Database database, Changes changes, long lastId) {
        this.database = database;
        this.changes = changes;
        this.lastId = lastId;
    }

    private record Key(int source, String key) {}

    private record Last(int attempt, long id) {}

    /** The highest id that was given. */
    long lastId() {
        return lastId;
    }

    /** Numbers events; none has been given a number before {@link #give}. */
    List<StoredEvent> number(List<PendingEvent> group) throws SQLException {
        PreparedStatement select = select();
        if (changes.broughtBack() != broughtBack) {
            beginKnown();
        }
        if (group.size() > 1) {
            // Not while a lone sender waits.
            known.readOn(select.getConnection());
        }
        List<StoredEvent> numbered = new ArrayList<>(group.size());
        Map<Key, Integer> known = new HashMap<>();
        for (PendingEvent pending : group) {
            Capture capture = pending.capture();
            long id = lastId + 1 + numbered.size();
            int attempt = 1;
            if (capture.key() != null) {
                Key key = new Key(capture.sourceId(), capture.key());
                Integer before = known.get(key);
                attempt += before == null ? before(key, select) : before;
                known.put(key, attempt);
            }
            numbered.add(StoredEvent.of(new JournalledEvent(id, attempt, pending.bodySha256(), capture)));
        }
        return numbered;
    }

    /** The events have their numbers for good. */
    void give(List<StoredEvent> events) {
        for (StoredEvent each : events) {
            Capture capture = each.event().capture();
            if (capture.key() != null) {
                known.add(capture.key());
                recent.put(new Key(capture.sourceId(), capture.key()), new Last(each.event().attempt(), each.id()));
            }
        }
        if (!events.isEmpty()) {
            lastId = events.getLast().id();
        }
    }

    /** The database has events now. */
    void applied(List<StoredEvent> events) {
        for (StoredEvent each : events) {
            Capture capture = each.event().capture();
            if (capture.key() != null) {
                recent.remove(new Key(capture.sourceId(), capture.key()), new Last(each.event().attempt(), each.id()));
            }
        }
    }

    /** In this order: what is recent no more is in the database. */
    private int before(Key key, PreparedStatement select) throws SQLException {
        Last last = recent.get(key);
        if (last != null) {
            return last.attempt();
        }
        if (!known.mayHave(key.key())) {
            return 0;
        }
        select.setString(1, key.key());
        select.setInt(2, key.source());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private PreparedStatement select() throws SQLException {
        PreparedStatement select = attempts;
        if (select != null && generation == database.generation()) {
            return select;
        }
        close();
        generation = database.generation();
        Connection opened = database.connectToAdd();
        connection = opened;
        // Another file may be in the place of the former one.
        lastId = Math.max(lastId, LastEvent.id(opened));
        select = opened.prepareStatement("SELECT attempt FROM event WHERE key_hash = ORA_HASH(?1) AND source = ?2"
                + " AND event_key = ?1 ORDER BY key_hash DESC, attempt DESC LIMIT 1");
        attempts = select;
        beginKnown();
        return select;
    }

    /** What is added to the database from now on comes by way of here, but for what is brought back. */
    private void beginKnown() {
        broughtBack = changes.broughtBack();
        known = new KnownKeys();
        recent.keySet().forEach(key -> known.add(key.key()));
    }

    @Override
    public void close() {
        Connection former = connection;
        connection = null;
        attempts = null;
        if (former != null) {
            try {
                former.close();
            } catch (SQLException e) {
                LOG.debug("Closing a connection failed", e);
            }
        }
    }
}
