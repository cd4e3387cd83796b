package dev.hookglass.store;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Capture;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.StoredRequest;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is kept: events, rejections and attempts. Safe for use by many threads. Reads block for as long as the
 * disk takes and are not for the FX thread.
 */
public final class EventStore implements AutoCloseable {
    private static final String READING = "The event database could not be read";

    private final Database database;
    private final Changes changes;
    private final Unapplied unapplied;
    private final StatementLane lane;
    private final EventWriter writer;
    private final EventQueries queries;
    private final AttemptTable attempts;
    private final ForwardTable forwards;
    private final RejectionTable rejections;
    private final VerdictTable verdicts;
    private final PinTable pins;
    private final MarkTable marks;
    private final Deletions deletions;
    private final ContentTable contents;
    private final HighWater highWater;
    private final Keeper keeper;
    private final Upkeep upkeep;
    private final Ledger ledger = new Ledger();

    private EventStore(Database database, HighWater highWater, long lastId, Runnable onCommit) throws SQLException {
        this.database = database;
        this.highWater = highWater;
        this.unapplied = new Unapplied();
        this.lane = new StatementLane(database, unapplied::settle);
        this.queries = new EventQueries(database, ledger);
        this.changes = new Changes(database);
        this.attempts = new AttemptTable(database, changes, lane);
        this.forwards = new ForwardTable(database, changes, lane);
        this.rejections = new RejectionTable(database, changes);
        this.pins = new PinTable(changes);
        this.marks = new MarkTable(database, changes, lane);
        this.verdicts = new VerdictTable(database, changes, lane, ledger);
        this.writer = new EventWriter(database, changes, unapplied, lastId, onCommit, ledger);
        this.contents = new ContentTable(database, changes, lane, writer);
        this.deletions = new Deletions(database, changes, lane, queries, contents, ledger);
        this.upkeep = new Upkeep(database, changes, lane, writer, contents, ledger);
        this.keeper = new Keeper(upkeep, deletions, highWater, writer::lastId, InstantSource.system());
    }

    /**
     * Opens the store in a data folder, making it if it is not there.
     *
     * @param onCommit called after each group of events is committed, on the writer's thread; must not block
     * @throws UnreadableStore if the database is damaged or not whole; it is left as it is then
     * @throws Problem if it is in use or cannot be written; it is left as it is then
     */
    public static EventStore open(Path folder, Runnable onCommit) throws Problem {
        return open(folder, Database.DISK, Journal.FULL, onCommit);
    }

    /**
     * Opens it.
     *
     * @param fileSystem {@link Database#DISK}, or another that H2 knows
     * @param full bytes after which a file of the journal is full
     */
    static EventStore open(Path folder, String fileSystem, long full, Runnable onCommit) throws Problem {
        Database database = Opening.of(folder, fileSystem, full);
        try {
            HighWater highWater = new HighWater(folder);
            return new EventStore(database, highWater, LastEvent.id(database), onCommit);
        } catch (SQLException e) {
            database.abandon();
            throw new Problem("The event database in " + folder + " cannot be read (" + Database.firstLine(e) + ").",
                    e);
        }
    }

    /**
     * Deletes what is kept of a folder's events beside them and can be gathered from them, in a folder that nobody has open.
     *
     * @throws Problem if that fails
     */
    public static void discardLedger(Path folder) throws Problem {
        try {
            LedgerCache.forget(folder);
        } catch (IOException e) {
            throw new Problem("The ledger in " + folder + " cannot be deleted (" + e.getMessage()
                    + "); check its permissions.", e);
        }
    }

    /** Stores an event; the callback is told once it is committed or has failed. Never blocks for the disk. */
    public void append(Capture capture, AppendCallback callback) {
        writer.append(capture, callback);
    }

    /** Notes what the sender of a stored event got. Never blocks; it is stored a moment later, along with other events. */
    public void answered(long eventId, Answer answer) {
        writer.append(eventId, answer);
    }

    /** The newest events that pass a filter and have ids below {@code before}, newest first. */
    public List<EventSummary> older(EventFilter filter, long before, int limit) throws Problem {
        return lane.run(READING, isCancelled -> queries.older(filter, before, limit, isCancelled));
    }

    /** The oldest events that pass a filter and have ids above {@code after}, oldest first. */
    public List<EventSummary> newer(EventFilter filter, long after, int limit) throws Problem {
        return lane.run(READING, isCancelled -> queries.newer(filter, after, limit, isCancelled));
    }

    /** The same of the events that the database has: it does not wait for those that were acknowledged last. */
    public List<EventSummary> newerCommitted(EventFilter filter, long after, int limit) throws Problem {
        return lane.runAsItIs(READING, isCancelled -> queries.newer(filter, after, limit, isCancelled));
    }

    /** One event with its head and body. */
    public Optional<CapturedEvent> find(long id) throws Problem {
        // First here, since what leaves here is in the database by then.
        Optional<CapturedEvent> unapplied = this.unapplied.find(id);
        return unapplied.isPresent() ? unapplied : lane.runAsItIs(READING, _ -> queries.find(id));
    }

    /** What it takes to send some events again, in any order; those that are not there are passed over. */
    public List<StoredRequest> requests(List<Long> ids) throws Problem {
        return lane.run(READING, _ -> queries.requests(ids));
    }

    /** When the first event with an event's key was received; empty for the first itself, and where there is no key. */
    public Optional<Instant> firstOfKey(EventSummary event) throws Problem {
        return event.attempt() == 1 || event.key() == null
                ? Optional.empty()
                : lane.run(READING, _ -> queries.firstOfKey(event));
    }

    /** Events by their ids, in the order of these; those that are not there are passed over. */
    public List<EventSummary> find(long[] ids) throws Problem {
        // Ids are known from the ledger or an earlier read: the database has them.
        return lane.runAsItIs(READING, _ -> queries.find(ids));
    }

    /**
     * What can be counted, compared and sorted of all events without reading the file; the first who asks has it loaded in the
     * background.
     */
    public Ledger ledger() {
        ledger.begin(() -> new LedgerLoad(database, lane, ledger).start());
        return ledger;
    }

    /** How many events there are, by source and verdict. */
    public List<Tally> tallies() throws Problem {
        return lane.run(READING, _ -> queries.tallies());
    }

    /** The same, and how many requests were refused, without those of the last moment: nothing is hurried for it. */
    public Totals totals() throws Problem {
        return lane.runAsItIs(READING, _ -> new Totals(queries.tallies(),
                rejections.count().values().stream().mapToLong(Long::longValue).sum()));
    }

    /** Rises with whatever changes what is stored. Never blocks. */
    public long revision() {
        return changes.made() + writer.lastId();
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

    /** How far events have been passed on to targets. */
    public ForwardTable forwards() {
        return forwards;
    }

    /** Where events get other verdicts. */
    public VerdictTable verdicts() {
        return verdicts;
    }

    /** Keeps events from being taken away because they are old, or lets them go again. */
    public void pin(Collection<Long> ids, boolean pinned) throws Problem {
        lane.run("The events could not be " + (pinned ? "pinned" : "unpinned"), _ -> pins.set(ids, pinned));
    }

    /** Where colours, tags and notes of events are kept. */
    public MarkTable marks() {
        return marks;
    }

    /** All content, for an index of its texts. */
    public ContentTable contents() {
        return contents;
    }

    /** Finds texts by an index from now on; at first everything is read. */
    public void setTextIndex(TextIndex index) {
        queries.setTextIndex(index);
    }

    /** Deleting events. */
    public Deletions deletions() {
        return deletions;
    }

    /** Compacting and copying the file. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Whether an event counts as stored only once the disk has it, and not only the operating system; at first not. */
    public void setPowerSafe(boolean isOn) {
        writer.setPowerSafe(isOn);
    }

    /** Changes how much is kept; at first everything is. */
    public void setRetention(Retention retention) {
        keeper.setRetention(retention);
    }

    /** The id of the newest event that was ever stored; 0 where there was none. Never blocks. */
    public long lastId() {
        return writer.lastId();
    }

    /** Why nothing can be stored at the moment, such as a full disk; empty as soon as it can be again. Never blocks. */
    public Optional<Problem> trouble() {
        return writer.trouble();
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
            keeper.close();
            writer.finish();
            if (lane.finish()) {
                new LedgerCache(database).write(ledger);
            }
            interrupted |= Thread.interrupted();
            database.close();
            highWater.noteClosed(writer.lastId(), database.file());
        } catch (SQLException e) {
            throw new Problem("The event database could not be closed (" + Database.firstLine(e) + ").", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
