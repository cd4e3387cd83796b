package dev.hookglass.store;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Verdicts that are judged again, and how far that has come. Safe for use by many threads; blocks for as long as the disk
 * takes.
 */
public final class VerdictTable {
    private static final String WRITING = "The events' new verdicts could not be stored";

    private final Database database;
    private final StatementLane lane;
    private final Changes changes;
    private final Ledger ledger;

    /** @param ledger told the new verdicts */
    VerdictTable(Database database, Changes changes, StatementLane lane, Ledger ledger) {
        this.database = database;
        this.lane = lane;
        this.changes = changes;
        this.ledger = ledger;
    }

    /**
     * A source whose events are to be judged again.
     *
     * @param source its id
     * @param change tells one change of the source from a later one
     * @param reached events with ids up to this one are judged
     */
    public record Unfinished(int source, long change, long reached) {}

    /** An event, as it is stored, and what it is to be judged. */
    public record Judged(EventSummary event, Verdict verdict) {
        boolean isNews() {
            return !event.verdict().equals(verdict);
        }
    }

    /** Notes that a source's events are to be judged again, in place of what was noted for it before. */
    public void begin(Unfinished note) throws Problem {
        lane.run(WRITING, _ -> changes.make((connection, _) -> {
            try (PreparedStatement merge = connection
                    .prepareStatement("MERGE INTO rejudging (source, change, reached) KEY (source) VALUES (?, ?, ?)")) {
                merge.setInt(1, note.source());
                merge.setLong(2, note.change());
                merge.setLong(3, note.reached());
                return merge.executeUpdate();
            }
        }));
    }

    /** Notes that nothing is left to be judged; without effect where a later change has been noted. */
    public void end(int source, long change) throws Problem {
        lane.run(WRITING, _ -> changes.make((connection, _) -> {
            try (PreparedStatement delete = connection
                    .prepareStatement("DELETE FROM rejudging WHERE source = ? AND change = ?")) {
                delete.setInt(1, source);
                delete.setLong(2, change);
                return delete.executeUpdate();
            }
        }));
    }

    /** What was noted and has not ended. */
    public List<Unfinished> unfinished() throws Problem {
        return lane.run("The event database could not be read", _ -> {
            List<Unfinished> notes = new ArrayList<>();
            try (Connection connection = database.connect();
                    PreparedStatement select = connection
                            .prepareStatement("SELECT source, change, reached FROM rejudging ORDER BY source");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    notes.add(new Unfinished(rows.getInt(1), rows.getLong(2), rows.getLong(3)));
                }
            }
            return notes;
        });
    }

    /** How many events of a source have ids above {@code after}. */
    public long count(int source, long after) throws Problem {
        return lane.run("The event database could not be read", _ -> {
            try (Connection connection = database.connect();
                    PreparedStatement select = connection
                            .prepareStatement("SELECT COUNT(*) FROM event WHERE source = ? AND id > ?")) {
                select.setInt(1, source);
                select.setLong(2, after);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /**
     * Judges the oldest events of a source that have ids above {@code after}; one body at a time is in memory.
     *
     * @param judge called on a thread of the store's
     */
    public List<Judged> judge(int source, long after, int limit, Function<CapturedEvent, Verdict> judge)
            throws Problem {
        return lane.run("The event database could not be read", _ -> {
            List<Judged> judged = new ArrayList<>();
            // Ordered by the source too, or H2 does not see that the index has this order, and reads all that is left.
            try (Connection connection = database.connect();
                    PreparedStatement select = connection
                            .prepareStatement("SELECT " + EventRows.SELECTED + " FROM " + EventRows.TABLES
                                    + " WHERE source = ? AND id > ? ORDER BY source, id LIMIT ?");
                    EventQueries.Contents contents = new EventQueries.Contents(connection)) {
                select.setInt(1, source);
                select.setLong(2, after);
                select.setInt(3, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        EventSummary event = EventRows.read(rows);
                        Verdict verdict = contents.of(event).map(judge).orElse(event.verdict());
                        judged.add(new Judged(event, verdict));
                    }
                }
            }
            return judged;
        });
    }

    /** Stores new verdicts with their counts and how far it has come, all of it or nothing. */
    public void update(List<Judged> page, Unfinished note) throws Problem {
        lane.run(WRITING, _ -> {
            List<Judged> changed = changes.make((connection, _) -> {
                List<Judged> set = setVerdicts(connection, page.stream().filter(Judged::isNews).toList());
                count(connection, set);
                if (!set.isEmpty()) {
                    LedgerCache.changed(connection);
                }
                reach(connection, note);
                return set;
            });
            changed.forEach(each -> ledger.judged(each.event().id(), each.verdict().outcome()));
            return changed.size();
        });
    }

    /** Those that were really changed: an event may have gone since it was read. */
    private static List<Judged> setVerdicts(Connection connection, List<Judged> news) throws SQLException {
        if (news.isEmpty()) {
            return news;
        }
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE event SET verdict = ?, reason = ? WHERE id = ? AND verdict = ?")) {
            for (Judged each : news) {
                update.setInt(1, each.verdict().outcome().code());
                update.setString(2, each.verdict().reason());
                update.setLong(3, each.event().id());
                update.setInt(4, each.event().verdict().outcome().code());
                update.addBatch();
            }
            int[] updated = update.executeBatch();
            List<Judged> changed = new ArrayList<>();
            for (int i = 0; i < updated.length; i++) {
                if (updated[i] == 1) {
                    changed.add(news.get(i));
                }
            }
            return changed;
        }
    }

    private static void count(Connection connection, List<Judged> changed) throws SQLException {
        TallyChange tally = new TallyChange();
        for (Judged each : changed) {
            EventSummary event = each.event();
            tally.count(event.sourceId(), event.verdict().outcome().code(), -1, -event.bodyBytes());
            tally.count(event.sourceId(), each.verdict().outcome().code(), 1, event.bodyBytes());
        }
        tally.write(connection);
    }

    /** Without effect where a later change has been noted: it begins at the first event again. */
    private static void reach(Connection connection, Unfinished note) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE rejudging SET reached = ? WHERE source = ? AND change = ?")) {
            update.setLong(1, note.reached());
            update.setInt(2, note.source());
            update.setLong(3, note.change());
            update.executeUpdate();
        }
    }
}
