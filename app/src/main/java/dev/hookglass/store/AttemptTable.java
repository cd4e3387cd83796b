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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

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
                List<PagedAttempt> paged = new ArrayList<>();
                long id = nextId(connection);
                for (Sent exchange : sent) {
                    Attempt attempt = attempt(id, exchange);
                    if (AttemptPages.take(sent, exchange)) {
                        paged.add(new PagedAttempt(attempt, exchange.isBodyOfEvent()));
                    } else {
                        bind(insert, attempt, exchange.isBodyOfEvent());
                        insert.addBatch();
                    }
                    attempts.add(attempt);
                    id++;
                }
                if (paged.size() < attempts.size()) {
                    insert.executeBatch();
                }
                new AttemptPages(connection).write(paged);
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
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM attempt")) {
            rows.next();
            return Math.max(rows.getLong(1), new AttemptPages(connection).lastId()) + 1;
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
                : lane.run(READING, _ -> {
                    try (Connection connection = database.connect()) {
                        return EarlierAttempts.beside(attempts, before, connection);
                    }
                });
    }

    /** One attempt. */
    public Optional<Attempt> find(long id) throws Problem {
        return lane.run(READING, _ -> {
            try (Connection connection = database.connect(); EventBodies bodies = new EventBodies(connection)) {
                Optional<Attempt> row = select(connection, bodies, "id = ?", id).stream().findFirst();
                return row.isPresent() ? row : new AttemptPages(connection).find(id, bodies);
            }
        });
    }

    /** The newest attempts of all, newest first, without what they sent and got. */
    public List<AttemptSummary> newest(int limit) throws Problem {
        return lane.run(READING, _ -> {
            Map<Long, AttemptSummary> summaries = new TreeMap<>(Comparator.reverseOrder());
            try (Connection connection = database.connect();
                    PreparedStatement select = connection.prepareStatement("SELECT id, started_at, url,"
                            + " COALESCE(status, 0) FROM attempt ORDER BY id DESC LIMIT ?")) {
                for (PagedOutcome paged : new AttemptPages(connection).newest(limit)) {
                    summaries.put(paged.id(), new AttemptSummary(paged.at(), paged.place().url(), paged.status()));
                }
                select.setInt(1, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        summaries.put(rows.getLong(1), new AttemptSummary(EventRows.instant(rows.getLong(2)),
                                rows.getString(3), rows.getInt(4)));
                    }
                }
            }
            return summaries.values().stream().limit(limit).toList();
        });
    }

    /** The attempts to send an event again, newest first. */
    public List<Attempt> ofEvent(long eventId) throws Problem {
        return lane.run(READING, _ -> {
            try (Connection connection = database.connect(); EventBodies bodies = new EventBodies(connection)) {
                List<Attempt> attempts = new ArrayList<>(select(connection, bodies, "event = ?", eventId));
                attempts.addAll(new AttemptPages(connection).ofEvent(eventId, bodies));
                attempts.sort(Comparator.comparingLong(Attempt::id).reversed());
                return attempts;
            }
        });
    }

    private static List<Attempt> select(Connection connection, EventBodies bodies, String condition, long number)
            throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT " + COLUMNS + " FROM attempt WHERE " + condition + " ORDER BY id DESC")) {
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
