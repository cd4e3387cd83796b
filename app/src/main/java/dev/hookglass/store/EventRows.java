package dev.hookglass.store;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/** Rows of the event table as records, and back. */
final class EventRows {
    /** Those of the event table itself, which the table of deleted events has as well. */
    static final String COLUMNS = "id, received_at, source, provider, method, target, remote, type, items, event_key,"
            + " attempt, verdict, reason, status, body_bytes, body_sha256, secure";
    static final String INSERT = "INSERT INTO event (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    /** Where a row with its answer is read from. */
    static final String TABLES = "event" + AnswerTable.JOIN;
    /** The columns and what was answered. What a person has put to an event, {@link MarkRows} reads. */
    static final String SELECTED = COLUMNS + ", " + AnswerTable.COLUMNS;

    private EventRows() {}

    /** An event as it came, without marks. */
    static EventSummary read(ResultSet row) throws SQLException {
        Optional<Answer> answer = AnswerTable.read(row, 18);
        return new EventSummary(row.getLong(1), instant(row.getLong(2)), row.getInt(3), row.getString(4),
                row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getInt(9),
                row.getString(10), row.getInt(11), new Verdict(Verdict.Outcome.of(row.getInt(12)), row.getString(13)),
                answer.map(Answer::status).orElse(row.getInt(14)), row.getLong(15),
                HexFormat.of().formatHex(row.getBytes(16)), row.getBoolean(17), answer, false, Marks.NONE);
    }

    static void bind(PreparedStatement insert, EventSummary event) throws SQLException {
        insert.setLong(1, event.id());
        insert.setLong(2, micros(event.receivedAt()));
        insert.setInt(3, event.sourceId());
        insert.setString(4, event.provider());
        insert.setString(5, event.method());
        insert.setString(6, event.target());
        insert.setString(7, event.remote());
        insert.setString(8, event.type());
        insert.setInt(9, event.items());
        insert.setString(10, event.key());
        insert.setInt(11, event.attempt());
        insert.setInt(12, event.verdict().outcome().code());
        insert.setString(13, event.verdict().reason());
        insert.setInt(14, event.status());
        insert.setLong(15, event.bodyBytes());
        insert.setObject(16, HexFormat.of().parseHex(event.bodySha256()), Types.BINARY);
        insert.setBoolean(17, event.secure());
    }

    static EventSummary summary(long id, int attempt, Capture capture, String bodySha256) {
        RequestHead head = RequestHead.parse(capture.head());
        return new EventSummary(id, capture.receivedAt().truncatedTo(ChronoUnit.MICROS), capture.sourceId(),
                capture.provider(), head.method(), head.readableTarget(), capture.remote(), capture.type(),
                capture.items(),
                capture.key(), attempt, capture.verdict(), capture.status(), capture.body().size(), bodySha256,
                capture.secure(), capture.answer(), false, Marks.NONE);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
