package dev.hookglass.store;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Answer.Handshake;
import dev.hookglass.event.Answer.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What senders really got, written with the next events that the database takes, mostly with the very event: an answer needs
 * no commit of its own. One that is out of the ordinary (none, or a handshake) is known with its event, and again when it is
 * over. If the process is killed, those of the last fifth of a second or so are lost, and their events have the status that
 * was meant: nobody was told that an answer is kept.
 */
final class AnswerTable implements AutoCloseable {
    static final String COLUMNS = "outcome, answered, micros, handshake";
    static final String JOIN = " LEFT JOIN answer ON answer.event = event.id";

    private final PreparedStatement insert;
    private final PreparedStatement merge;

    AnswerTable(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO answer (event, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?)");
        merge = connection
                .prepareStatement("MERGE INTO answer (event, " + COLUMNS + ") KEY (event) VALUES (?, ?, ?, ?, ?)");
    }

    /** Adds what is known when an event is stored, once all is {@link #added}. */
    void add(long eventId, Answer answer) throws SQLException {
        bind(insert, eventId, answer);
        insert.addBatch();
    }

    void added() throws SQLException {
        insert.executeBatch();
    }

    /** Sets what became of replies to events that were stored before. */
    void set(Map<Long, Answer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        for (Map.Entry<Long, Answer> answer : answers.entrySet()) {
            bind(merge, answer.getKey(), answer.getValue());
            merge.addBatch();
        }
        merge.executeBatch();
    }

    private static void bind(PreparedStatement statement, long eventId, Answer answer) throws SQLException {
        statement.setLong(1, eventId);
        statement.setInt(2, answer.outcome().code());
        statement.setInt(3, answer.status());
        if (answer.after().isPresent()) {
            statement.setLong(4, answer.after().get().toNanos() / 1_000);
        } else {
            statement.setNull(4, Types.BIGINT);
        }
        statement.setInt(5, answer.handshake().code());
    }

    /** The answer in a row that was joined, whose columns begin at an index. */
    static Optional<Answer> read(ResultSet row, int at) throws SQLException {
        int outcome = row.getInt(at);
        if (row.wasNull()) {
            return Optional.empty();
        }
        long micros = row.getLong(at + 2);
        Optional<Duration> after = row.wasNull()
                ? Optional.empty()
                : Optional.of(Duration.of(micros, ChronoUnit.MICROS));
        return Optional.of(new Answer(Outcome.of(outcome), row.getInt(at + 1), after,
                Handshake.of(row.getInt(at + 3))));
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        merge.close();
    }
}
