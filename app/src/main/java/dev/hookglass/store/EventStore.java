package dev.hookglass.store;

import dev.hookglass.event.Capture;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Rejection;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that is kept: events, rejections and attempts. Safe for use by many threads. Reads block for as long as the
 * disk takes and are not for the FX thread.
 */
public final class EventStore implements AutoCloseable {
    private static final String READING = "The event database could not be read";

    private final Database database;
    private final StatementLane lane = new StatementLane();
    private final EventWriter writer;
    private final EventQueries queries;
    private final AttemptTable attempts;
    private final RejectionTable rejections;
    private final VerdictTable verdicts;

    private EventStore(Database database, Runnable onCommit) throws SQLException {
        this.database = database;
        this.queries = new EventQueries(database);
        this.attempts = new AttemptTable(database, lane);
        this.rejections = new RejectionTable(database);
        Lock turn = new ReentrantLock(true);
        this.verdicts = new VerdictTable(database, lane, turn);
        this.writer = new EventWriter(database, onCommit, turn);
    }

    /**
     * Opens the store in a data folder, making it if it is not there.
     *
     * @param onCommit called after each group of events is committed, on the writer's thread; must not block
     * @throws Problem if the database is damaged, in use or cannot be written; it is left as it is then
     */
    public static EventStore open(Path folder, Runnable onCommit) throws Problem {
        Database database = Database.open(folder);
        try {
            return new EventStore(database, onCommit);
        } catch (SQLException e) {
            database.abandon();
            throw new Problem("The event database in " + folder + " cannot be read (" + Database.firstLine(e) + ").",
                    e);
        }
    }

    /** Stores an event; the callback is told once it is committed or has failed. Never blocks for the disk. */
    public void append(Capture capture, AppendCallback callback) {
        writer.append(capture, callback);
    }

    /** The newest events that pass a filter and have ids below {@code before}, newest first. */
    public List<EventSummary> older(EventFilter filter, long before, int limit) throws Problem {
        return lane.run(READING, isCancelled -> queries.older(filter, before, limit, isCancelled));
    }

    /** The oldest events that pass a filter and have ids above {@code after}, oldest first. */
    public List<EventSummary> newer(EventFilter filter, long after, int limit) throws Problem {
        return lane.run(READING, isCancelled -> queries.newer(filter, after, limit, isCancelled));
    }

    /** One event with its head and body. */
    public Optional<CapturedEvent> find(long id) throws Problem {
        return lane.run(READING, _ -> queries.find(id));
    }

    /** How many events there are, by source and verdict. */
    public List<Tally> tallies() throws Problem {
        return lane.run(READING, _ -> queries.tallies());
    }

    public void append(Rejection rejection) throws Problem {
        append(List.of(rejection), Map.of());
    }

    /**
     * Stores rejections together; when there are more than ten thousand, the oldest go and stay counted.
     *
     * @param some oldest first
     * @param countedOnly others, of which nothing but their reasons is known
     */
    public void append(Collection<Rejection> some, Map<Rejection.Reason, Long> countedOnly) throws Problem {
        lane.run("A rejection could not be stored", _ -> rejections.add(some, countedOnly));
    }

    /** The requests that were refused last, newest first. */
    public List<Rejection> recentRejections(int limit) throws Problem {
        return lane.run(READING, _ -> rejections.recent(limit));
    }

    /** How many requests were refused, by reason; reasons that never occurred are absent. */
    public Map<Rejection.Reason, Long> rejections() throws Problem {
        return lane.run(READING, _ -> rejections.count());
    }

    /** Where deliveries are kept. */
    public AttemptTable attempts() {
        return attempts;
    }

    /** Where events get other verdicts. */
    public VerdictTable verdicts() {
        return verdicts;
    }

    /** Bytes on disk. */
    public long size() {
        return database.size();
    }

    /** Stores what is waiting, then closes the file. */
    @Override
    public void close() throws Problem {
        // An interrupt must not reach H2: its file channel would be closed under it.
        boolean interrupted = Thread.interrupted();
        try {
            writer.finish();
            lane.close();
            interrupted |= Thread.interrupted();
            database.close();
        } catch (SQLException e) {
            throw new Problem("The event database could not be closed (" + Database.firstLine(e) + ").", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
