package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.AttemptLog;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Replayed;
import dev.hookglass.delivery.Sent;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What was sent to targets, and what they answered. */
public final class AttemptTable implements AttemptLog {
    private static final String COLUMNS = "id, delivery, number, started_at, event, method, url, headers, body, nanos,"
            + " failure, status, reason_phrase, response_headers, response_body, response_truncated";

    private static final String INSERT = "INSERT INTO attempt (" + COLUMNS
            + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private static final String READING = "The deliveries could not be read";

    private final Database database;
    private final Changes changes;
    private final StatementLane lane;

    AttemptTable(Database database, Changes changes, StatementLane lane) {
        this.changes = changes;
        this.database = database;
        this.lane = lane;
    }

    @Override
    public List<Attempt> record(List<Sent> sent) throws Problem {
        return lane.run("The request was sent, but what came of it could not be stored", _ -> add(sent));
    }

    private List<Attempt> add(List<Sent> sent) throws SQLException {
        return changes.make((connection, _) -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                List<Attempt> attempts = new ArrayList<>(sent.size());
                long id = nextId(connection);
                for (Sent exchange : sent) {
                    Attempt attempt = attempt(id, exchange);
                    bind(insert, attempt, exchange.isBodyOfEvent());
                    insert.addBatch();
                    attempts.add(attempt);
                    id++;
                }
                insert.executeBatch();
                return attempts;
            }
        });
    }

    private static Attempt attempt(long id, Sent sent) {
        return new Attempt(id, sent.previous().map(Attempt::deliveryId).orElse(id),
                sent.previous().map(Attempt::number).orElse(0) + 1, sent.at().truncatedTo(ChronoUnit.MICROS),
                sent.eventId(), sent.request(), sent.outcome());
    }

    private static long nextId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM attempt")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void bind(PreparedStatement insert, Attempt attempt, boolean isBodyOfEvent) throws SQLException {
        insert.setLong(1, attempt.id());
        insert.setLong(2, attempt.deliveryId());
        insert.setInt(3, attempt.number());
        insert.setLong(4, EventRows.micros(attempt.at()));
        insert.setObject(5, attempt.eventId().isPresent() ? attempt.eventId().getAsLong() : null, Types.BIGINT);
        insert.setString(6, attempt.request().method());
        insert.setString(7, attempt.request().url().toString());
        insert.setBytes(8, lines(attempt.request().headers()));
        if (isBodyOfEvent) {
            insert.setNull(9, Types.BLOB);
        } else {
            insert.setBytes(9, attempt.request().body().array());
        }
        bind(insert, attempt.outcome());
    }

    private static void bind(PreparedStatement insert, Outcome outcome) throws SQLException {
        insert.setLong(10, outcome.time().toNanos());
        switch (outcome) {
            case Outcome.Failed failed -> {
                insert.setString(11, failed.reason());
                insert.setNull(12, Types.SMALLINT);
                insert.setNull(13, Types.VARCHAR);
                insert.setNull(14, Types.VARBINARY);
                insert.setNull(15, Types.BLOB);
                insert.setNull(16, Types.BOOLEAN);
            }
            case Outcome.Answered answered -> {
                insert.setNull(11, Types.VARCHAR);
                insert.setInt(12, answered.status());
                insert.setString(13, answered.reasonPhrase());
                insert.setBytes(14, lines(answered.headers()));
                insert.setBytes(15, answered.body().array());
                insert.setBoolean(16, answered.truncated());
            }
        }
    }

    /** The id of the last attempt; 0 if there is none. */
    public long lastId() throws Problem {
        return lane.run(READING, _ -> {
            try (Connection connection = database.connect()) {
                return nextId(connection) - 1;
            }
        });
    }

    /**
     * Attempts beside what the last attempts before them came to, of the same events to the same URLs.
     *
     * @param before only attempts with ids up to this one count as earlier
     */
    public List<Replayed> compared(List<Attempt> attempts, long before) throws Problem {
        return before == 0
                ? attempts.stream().map(attempt -> new Replayed(attempt, OptionalInt.empty())).toList()
                : lane.run(READING, _ -> compare(attempts, before));
    }

    private List<Replayed> compare(List<Attempt> attempts, long before) throws SQLException {
        // In the order of the index, so that it is read from its end: an event may have been sent very often.
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("SELECT COALESCE(status, 0) FROM attempt"
                        + " WHERE event = ? AND id <= ? AND url = ? ORDER BY event DESC, id DESC LIMIT 1")) {
            List<Replayed> compared = new ArrayList<>();
            for (Attempt attempt : attempts) {
                select.setLong(1, attempt.eventId().orElse(0));
                select.setLong(2, before);
                select.setString(3, attempt.request().url().toString());
                try (ResultSet rows = select.executeQuery()) {
                    compared.add(new Replayed(attempt,
                            rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty()));
                }
            }
            return compared;
        }
    }

    /** One attempt. */
    public Optional<Attempt> find(long id) throws Problem {
        return lane.run(READING, _ -> select("id = ?", id)).stream().findFirst();
    }

    /** The newest attempts of all, newest first, without what they sent and got. */
    public List<AttemptSummary> newest(int limit) throws Problem {
        return lane.run(READING, _ -> {
            try (Connection connection = database.connect();
                    PreparedStatement select = connection.prepareStatement("SELECT started_at, url,"
                            + " COALESCE(status, 0) FROM attempt ORDER BY id DESC LIMIT ?")) {
                select.setInt(1, limit);
                List<AttemptSummary> summaries = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        summaries.add(new AttemptSummary(EventRows.instant(rows.getLong(1)), rows.getString(2),
                                rows.getInt(3)));
                    }
                }
                return summaries;
            }
        });
    }

    /** The attempts to send an event again, newest first. */
    public List<Attempt> ofEvent(long eventId) throws Problem {
        return lane.run(READING, _ -> select("event = ?", eventId));
    }

    private List<Attempt> select(String condition, long number) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection
                        .prepareStatement("SELECT " + COLUMNS + " FROM attempt WHERE " + condition
                                + " ORDER BY id DESC");
                EventBodies bodies = new EventBodies(connection)) {
            select.setLong(1, number);
            List<Attempt> attempts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    attempts.add(read(rows, bodies));
                }
            }
            return attempts;
        }
    }

    private static Attempt read(ResultSet row, EventBodies bodies) throws SQLException {
        long event = row.getLong(5);
        OptionalLong eventId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(event);
        byte[] own = row.getBytes(9);
        OutboundRequest request = new OutboundRequest(row.getString(6), TargetUrl.of(row.getString(7)),
                headers(row.getBytes(8)), own == null ? bodies.of(event) : Bytes.wrap(own));
        Duration time = Duration.ofNanos(row.getLong(10));
        String failure = row.getString(11);
        Outcome outcome = failure != null
                ? new Outcome.Failed(time, failure)
                : new Outcome.Answered(time, row.getInt(12), row.getString(13), headers(row.getBytes(14)),
                        Bytes.wrap(row.getBytes(15)), row.getBoolean(16));
        return new Attempt(row.getLong(1), row.getLong(2), row.getInt(3), EventRows.instant(row.getLong(4)), eventId,
                request, outcome);
    }

    private static byte[] lines(List<Header> headers) {
        return new RequestHead("", "", "", headers).toBytes().array();
    }

    private static List<Header> headers(byte[] lines) {
        return RequestHead.parse(Bytes.wrap(lines)).headers();
    }
}
