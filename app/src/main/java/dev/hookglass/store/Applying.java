package dev.hookglass.store;

import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Unapplied.Batch;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that brings into the database what was acknowledged. What the database does not take stays in the journal and
 * is tried again every second; until it is taken, nothing new is acknowledged.
 */
final class Applying {
    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

    private final Database database;
    private final Changes changes;
    private final Unapplied unapplied;
    private final Numbering numbering;
    private final Lock acceptance;
    private final Ledger ledger;
    private final Runnable onCommit;
    private final BetweenCommits between = new BetweenCommits();
    private final Thread thread = Thread.ofPlatform().daemon().name("event-applier").unstarted(this::run);
    private final Problem noMemory = DiskTrouble.failed(true);
    private final Problem failed = DiskTrouble.failed(false);
    private @Nullable EventInserts inserts;
    private volatile @Nullable Problem trouble;

    /**
     * Does nothing before {@link #start}.
     *
     * @param acceptance held by who acknowledges events
     * @param ledger told what is committed
     * @param onCommit called on this thread after each commit; must not block
     */
    Applying(Database database, Changes changes, Unapplied unapplied, Numbering numbering, Lock acceptance,
            Ledger ledger, Runnable onCommit) {
        this.database = database;
        this.changes = changes;
        this.unapplied = unapplied;
        this.numbering = numbering;
        this.acceptance = acceptance;
        this.ledger = ledger;
        this.onCommit = onCommit;
    }

    void start() {
        thread.start();
    }

    /** Why nothing can be stored at the moment. */
    Optional<Problem> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Nothing is acknowledged from now on, until it is found that it can be stored. */
    void begin(Problem problem) {
        trouble = problem;
        unapplied.stick();
    }

    /** The same where Java itself failed: then there may be no memory for anything new. The database is not written on. */
    void begin(Error e) {
        begin(e instanceof OutOfMemoryError ? noMemory : failed);
        try {
            database.failed(database.generation(), e);
        } catch (RuntimeException | Error again) {
            // It is let go before it is used again.
        }
    }

    /** Does something while nobody changes anything and nothing is acknowledged, and waits for it. */
    void between(Callable<?> work) throws Problem {
        between.run(work, unapplied::wake);
    }

    private void run() {
        try {
            boolean goesOn = true;
            while (goesOn && !unapplied.isDone()) {
                goesOn = applyNext() || !unapplied.isClosed();
            }
        } catch (InterruptedException e) {
            LOG.error("Bringing events into the database was interrupted", e);
        } finally {
            discardConnection();
            if (!unapplied.isEmpty()) {
                database.lacksTheJournal();
            }
            if (!unapplied.isDone()) {
                begin(new Problem("The event was not stored; restart Hookglass."));
            }
            between.cancel();
        }
    }

    /** By itself, so that nothing holds the bodies of these events while the next are waited for. */
    private boolean applyNext() throws InterruptedException {
        try {
            Batch batch = unapplied.take();
            return between.isWaiting() ? runBetween() : apply(batch);
        } catch (Error e) {
            begin(e);
            discardConnection(e);
            return false;
        }
    }

    /** What is done to the file as a whole is done to one that has all that was acknowledged, while nothing more is. */
    private boolean runBetween() {
        acceptance.lock();
        changes.turn().lock();
        try {
            while (!unapplied.isEmpty()) {
                if (!apply(unapplied.next())) {
                    between.refuse(trouble().orElseThrow());
                    return false;
                }
            }
            discardConnection();
            between.runAll();
            return true;
        } finally {
            changes.turn().unlock();
            acceptance.unlock();
        }
    }

    /** Tells whether it could be done. */
    private boolean apply(Batch batch) {
        long generation = database.generation();
        try {
            if (trouble != null) {
                tryToWrite();
            }
            if (!batch.isEmpty()) {
                commit(batch);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            begin(problem(generation, e));
            discardConnection(e);
            return false;
        }
        numbering.applied(batch.events());
        ledger.stored(batch.events().stream().map(StoredEvent::summary).toList());
        batch.answers().forEach(ledger::answered);
        // Who waits for this finds them in the ledger too.
        unapplied.done(batch);
        if (trouble != null) {
            trouble = null;
            LOG.info("Events can be stored again");
        }
        if (!batch.isEmpty()) {
            tell(onCommit);
        }
        return true;
    }

    private Problem problem(long generation, Throwable e) {
        // It may quote what was received; the log is told its kind only.
        LOG.error("Events in the journal could not be brought into the database: {}", e.getClass().getName());
        LOG.debug("The reason", e);
        if (e instanceof SQLException sql) {
            database.failed(generation, sql);
            return DiskTrouble.notStored(database.file(), sql);
        }
        return e instanceof IOException io
                ? DiskTrouble.notStored(database.file(), new SQLException(String.valueOf(io.getMessage()), io))
                : new Problem("The event was not stored, for a reason that is in the log.", e);
    }

    private void commit(Batch batch) throws SQLException {
        long generation = database.generation();
        try {
            commitOnce(batch);
        } catch (SQLException e) {
            boolean isLet = DiskTrouble.wasGoneBefore(e);
            if (!isLet && !"40001".equals(e.getSQLState())) {
                throw e;
            }
            // The file was let go by another's failure, or another waited for what this one has: nothing is committed.
            discardConnection();
            database.failed(generation, e);
            commitOnce(batch);
        }
    }

    private void commitOnce(Batch batch) throws SQLException {
        long generation = database.generation();
        changes.turn().lock();
        try {
            EventInserts used = inserts;
            List<StoredEvent> missing = batch.events();
            if (used == null) {
                used = new EventInserts(database.connectToAdd());
                generation = database.generation();
                inserts = used;
                // Where the file was opened anew, the journal was played back into it.
                missing = used.missing(missing);
            }
            used.commit(missing, batch.answers());
            database.committed(used.connection());
        } catch (SQLException | Error e) {
            // Before anybody else has his turn.
            database.failed(generation, e);
            throw e;
        } finally {
            changes.turn().unlock();
        }
    }

    /** Finds out whether both files can be written again. */
    private void tryToWrite() throws SQLException, IOException {
        if (DiskTrouble.hasNoRoom(database.file())) {
            throw new IOException("No space left on device");
        }
        changes.turn().lock();
        try (Connection connection = database.connectToAdd(); Statement statement = connection.createStatement()) {
            statement.execute(
                    "MERGE INTO mark (name, number) KEY (name) VALUES ('tried', " + System.nanoTime() + ")");
            database.journal().tryToWrite();
        } finally {
            changes.turn().unlock();
        }
    }

    /** A listener with a bug must not end the storing of events. */
    static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("A listener failed", e);
        }
    }

    /** One that an Error left half done goes with its pool: H2 was seen to turn round for ever closing such a one. */
    private void discardConnection(Throwable reason) {
        if (DiskTrouble.endsTheConnection(reason)) {
            inserts = null;
        } else {
            discardConnection();
        }
    }

    private void discardConnection() {
        EventInserts used = inserts;
        inserts = null;
        if (used != null) {
            try {
                used.close();
            } catch (SQLException | Error e) {
                // It is of no more use, open or closed.
            }
        }
    }

    /** Has the database take what is here, then ends the thread. What it does not take stays in the journal. */
    void finish() {
        unapplied.close();
        ThreadEnd.await(thread);
    }
}
