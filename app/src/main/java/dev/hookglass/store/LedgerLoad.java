package dev.hookglass.store;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.ledger.Entry;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.ledger.LedgerFile;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the ledger is to know of the events that were stored before, the newest first, on a thread of its own: from the
 * file that was kept, and from the database what is newer, or all of it.
 */
final class LedgerLoad {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerLoad.class);
    private static final String READING = "The events could not be counted";
    private static final int PORTION = 4_096;

    private final Database database;
    private final StatementLane lane;
    private final Ledger ledger;
    private final LedgerCache cache;

    LedgerLoad(Database database, StatementLane lane, Ledger ledger) {
        this.cache = new LedgerCache(database);
        this.database = database;
        this.lane = lane;
        this.ledger = ledger;
    }

    void start() {
        Thread.ofPlatform().daemon().name("ledger").start(this::run);
    }

    private void run() {
        boolean isAll = false;
        try {
            Optional<LedgerFile> kept = lane.runAsItIs(READING, _ -> cache.read());
            long oldest = readDownTo(kept.map(LedgerFile::lastId).orElse(0L), Long.MAX_VALUE);
            if (kept.isPresent() && !ledger.addBefore(kept.get())) {
                readDownTo(0, oldest);
            }
            isAll = true;
        } catch (Problem e) {
            // Also where the store is closed meanwhile.
            LOG.warn("Not all events are counted: {}", e.sentence());
        } finally {
            ledger.completed(isAll);
        }
    }

    /** Reads the events between two ids, without these, and gives the last that it read. */
    private long readDownTo(long end, long from) throws Problem {
        long before = from;
        boolean hasMore = true;
        while (hasMore) {
            long bound = before;
            List<Entry> older = lane.runAsItIs(READING, _ -> read(end, bound));
            ledger.addBefore(older);
            hasMore = older.size() == PORTION;
            before = older.isEmpty() ? before : older.getFirst().id();
        }
        return before;
    }

    private List<Entry> read(long after, long before) throws SQLException {
        List<Entry> entries = new ArrayList<>(PORTION);
        try (Connection connection = database.connect();
                PreparedStatement events = connection
                        .prepareStatement("SELECT id, received_at, source, verdict, status,"
                                + " body_bytes, type, method, attempt FROM event WHERE id < ? AND id > ?"
                                + " ORDER BY id DESC LIMIT ?")) {
            events.setLong(1, before);
            events.setLong(2, after);
            events.setInt(3, PORTION);
            try (ResultSet rows = events.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getLong(1), rows.getLong(2), rows.getInt(3), Outcome.of(rows.getInt(4)),
                            rows.getInt(5), rows.getLong(6), Entry.UNKNOWN, rows.getString(7), rows.getString(8),
                            rows.getInt(9)));
                }
            }
            List<Entry> rising = entries.reversed();
            return rising.isEmpty() ? rising : withAnswers(connection, rising);
        }
    }

    /** Both tables are read in the order of their keys, which is many times as fast as looking each answer up. */
    private static List<Entry> withAnswers(Connection connection, List<Entry> rising) throws SQLException {
        List<Entry> answered = new ArrayList<>(rising.size());
        try (PreparedStatement answers = connection.prepareStatement(
                "SELECT event, answered, micros FROM answer WHERE event BETWEEN ? AND ? ORDER BY event")) {
            answers.setLong(1, rising.getFirst().id());
            answers.setLong(2, rising.getLast().id());
            try (ResultSet rows = answers.executeQuery()) {
                boolean hasRow = rows.next();
                for (Entry entry : rising) {
                    while (hasRow && rows.getLong(1) < entry.id()) {
                        hasRow = rows.next();
                    }
                    answered.add(hasRow && rows.getLong(1) == entry.id() ? answered(entry, rows) : entry);
                }
            }
        }
        return answered;
    }

    private static Entry answered(Entry entry, ResultSet row) throws SQLException {
        int status = row.getInt(2);
        long micros = row.getLong(3);
        return entry.withAnswer(status, row.wasNull() ? Entry.UNKNOWN : micros);
    }
}
