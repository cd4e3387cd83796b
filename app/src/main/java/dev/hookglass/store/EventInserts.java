package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that add a group of events, on the writer's connection. */
final class EventInserts implements AutoCloseable {
    /** Bytes of a body in one row. Java wastes much of its memory with larger arrays, as G1 gives them regions of their own. */
    static final int PART = 1 << 18;
    /** How much of a body is committed at once: H2 holds what is not committed several times over. */
    private static final int PARTS_TOGETHER = 16;

    private final Connection connection;
    private final PreparedStatement event;
    private final PreparedStatement content;
    private final PreparedStatement part;
    private final PreparedStatement attempts;
    private final AnswerTable answers;

    EventInserts(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        event = connection.prepareStatement(EventRows.INSERT);
        content = connection.prepareStatement("INSERT INTO content (event, head, body) VALUES (?, ?, ?)");
        part = connection.prepareStatement("INSERT INTO body_part (event, part, bytes) VALUES (?, ?, ?)");
        attempts = connection.prepareStatement("SELECT attempt FROM event WHERE key_hash = ORA_HASH(?1) AND source = ?2"
                + " AND event_key = ?1 ORDER BY key_hash DESC, attempt DESC LIMIT 1");
        answers = new AnswerTable(connection);
    }

    private record Key(int source, String key) {}

    /**
     * Adds the events under ids from {@code firstId} on, and the answers that earlier ones got, and commits them together, or
     * none of them.
     *
     * @param changes whose turn the caller has
     * @param powerSafe whether to wait until the disk has them, and not only the operating system
     */
    List<EventSummary> commit(List<PendingEvent> group, List<PendingAnswer> answered, long firstId, Changes changes,
            boolean powerSafe) throws SQLException {
        answers.set(answered);
        List<JournalledEvent> events = new ArrayList<>(group.size());
        Map<Key, Integer> known = new HashMap<>();
        for (PendingEvent pending : group) {
            Capture capture = pending.capture();
            int attempt = attempt(capture.sourceId(), capture.key(), known);
            events.add(new JournalledEvent(firstId + events.size(), attempt, pending.bodySha256(), capture));
        }
        List<EventSummary> stored = add(events);
        changes.commit(connection, events, powerSafe);
        return stored;
    }

    /** Adds events from the journal as they were, and commits them. */
    void commitAgain(List<JournalledEvent> events) throws SQLException {
        add(events);
        connection.commit();
    }

    private List<EventSummary> add(List<JournalledEvent> events) throws SQLException {
        for (JournalledEvent each : events) {
            addParts(each.id(), each.body());
        }
        List<EventSummary> added = new ArrayList<>(events.size());
        TallyChange tally = new TallyChange();
        for (JournalledEvent each : events) {
            EventSummary summary = each.summary();
            Capture capture = each.capture();
            EventRows.bind(event, summary);
            event.addBatch();
            addContent(summary.id(), capture.head(), capture.body());
            if (capture.answer().isPresent()) {
                answers.add(summary.id(), capture.answer().get());
            }
            added.add(summary);
            tally.add(summary);
        }
        event.executeBatch();
        content.executeBatch();
        tally.write(connection);
        return added;
    }

    private int attempt(int source, @Nullable String key, Map<Key, Integer> known) throws SQLException {
        if (key == null) {
            return 1;
        }
        Key id = new Key(source, key);
        Integer last = known.get(id);
        int attempt = 1 + (last == null ? storedAttempts(source, key) : last);
        known.put(id, attempt);
        return attempt;
    }

    private int storedAttempts(int source, String key) throws SQLException {
        attempts.setString(1, key);
        attempts.setInt(2, source);
        try (ResultSet rows = attempts.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private void addContent(long id, Bytes head, Bytes body) throws SQLException {
        byte[] bytes = body.array();
        content.setLong(1, id);
        content.setBytes(2, head.array());
        content.setBytes(3, bytes.length <= PART ? bytes : Arrays.copyOf(bytes, PART));
        content.addBatch();
    }

    /**
     * Adds what a body has beyond its first piece. That of a large one is committed before the event is: parts without an event
     * are nothing to anybody, and are swept away before their id is given again.
     */
    private void addParts(long id, Bytes body) throws SQLException {
        byte[] bytes = body.array();
        if (bytes.length <= PART) {
            return;
        }
        StoredRows.delete(connection, "body_part WHERE event", List.of(id));
        for (int number = 1; number * (long) PART < bytes.length; number++) {
            int from = number * PART;
            part.setLong(1, id);
            part.setInt(2, number);
            part.setBytes(3, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)));
            part.executeUpdate();
            if (number % PARTS_TOGETHER == 0) {
                connection.commit();
            }
        }
        // H2 takes a page of such rows for much smaller than it is, and would keep too many of them.
        Database.file(connection).setCacheSize(Math.toIntExact(H2Source.CACHE_KIBIBYTES));
    }

    /** Ends the connection; what was not committed is undone. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
        }
        connection.close();
    }
}
