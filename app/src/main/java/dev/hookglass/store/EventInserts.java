package dev.hookglass.store;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The statements that add a group of events, on a connection of its own. */
final class EventInserts implements AutoCloseable {
    /** Bytes of a body in one row. Java wastes much of its memory with larger arrays, as G1 gives them regions of their own. */
    static final int PART = 1 << 18;
    /** How much of a body is committed at once: H2 holds what is not committed several times over. */
    private static final int PARTS_TOGETHER = 16;

    private final Connection connection;
    private final PreparedStatement event;
    private final PreparedStatement content;
    private final PreparedStatement part;
    private final AnswerTable answers;

    EventInserts(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        event = connection.prepareStatement(EventRows.INSERT);
        content = connection.prepareStatement("INSERT INTO content (event, head, body) VALUES (?, ?, ?)");
        part = connection.prepareStatement("INSERT INTO body_part (event, part, bytes) VALUES (?, ?, ?)");
        answers = new AnswerTable(connection);
    }

    /** Those of some events, in rising order, that the database has not, nor has had and deleted. */
    List<StoredEvent> missing(List<StoredEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return events;
        }
        Set<Long> there = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM event WHERE id BETWEEN ?1 AND ?2"
                + " UNION ALL SELECT id FROM deleted_event WHERE id BETWEEN ?1 AND ?2")) {
            select.setLong(1, events.getFirst().id());
            select.setLong(2, events.getLast().id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    there.add(rows.getLong(1));
                }
            }
        }
        return events.stream().filter(each -> !there.contains(each.id())).toList();
    }

    /**
     * Adds events and what was answered to them or to earlier ones, and commits all of it together, or nothing.
     *
     * @param answered by the events' ids
     */
    void commit(List<StoredEvent> events, Map<Long, Answer> answered) throws SQLException {
        Map<Long, Answer> left = new TreeMap<>(answered);
        add(events, left);
        answers.set(left);
        connection.commit();
    }

    Connection connection() {
        return connection;
    }

    /** Adds events from the journal as they were, and commits them. */
    void commitAgain(List<JournalledEvent> events) throws SQLException {
        commit(events.stream().map(StoredEvent::of).toList(), Map.of());
    }

    /** Takes what was answered to these events out of what is left. */
    private void add(List<StoredEvent> events, Map<Long, Answer> left) throws SQLException {
        for (StoredEvent each : events) {
            addParts(each.id(), each.event().body());
        }
        TallyChange tally = new TallyChange();
        for (StoredEvent each : events) {
            Capture capture = each.event().capture();
            EventRows.bind(event, each.summary());
            event.addBatch();
            addContent(each.id(), capture.head(), capture.body());
            Optional<Answer> answer = Optional.ofNullable(left.remove(each.id())).or(capture::answer);
            if (answer.isPresent()) {
                answers.add(each.id(), answer.get());
            }
            tally.add(each.summary());
        }
        if (!events.isEmpty()) {
            event.executeBatch();
            content.executeBatch();
            answers.added();
            tally.write(connection);
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
