package dev.hookglass.store;

import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Backlog.Group;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that adds events. It commits whatever is waiting as one group: alone when idle, up to {@value #GROUP}
 * when busy, so that a commit is shared and nobody waits for company.
 *
 * <p>While the file cannot be written, as on a full disk, events are refused at once, and every second it is tried whether
 * they can be taken again.
 */
final class EventWriter {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
    private static final int GROUP = 500;
    /** H2 holds what a commit writes several times over. */
    private static final long GROUP_BYTES = 8L << 20;
    private static final int MOST_WAITING = 4_096;
    private static final long MOST_WAITING_BYTES = 256L << 20;
    private static final int ENOUGH = 16;
    private static final long MOST_NANOS_TO_GATHER = 4_000_000;
    private static final double COMPANY = 1.2;
    private static final double SMOOTHING = 32;
    private static final long BREATH_MILLIS = 1_000;

    private final Database database;
    private final Runnable onCommit;
    private final Changes changes;
    private final Ledger ledger;
    private final Backlog backlog = new Backlog(MOST_WAITING, MOST_WAITING_BYTES);
    private final BetweenCommits between = new BetweenCommits();
    private final Thread thread;
    private @Nullable EventInserts inserts;
    private long nextTry;
    /** Events in a commit, on average over the last ones. */
    private double company = 1;
    private volatile long lastId;
    private volatile boolean powerSafe;
    private volatile @Nullable Problem trouble;

    /**
     * Starts the thread.
     *
     * @param lastId the last id that was given to an event
     * @param onCommit called on the writer's thread after each commit; must not block
     * @param ledger told what is committed
     */
    EventWriter(Database database, Changes changes, long lastId, Runnable onCommit, Ledger ledger) {
        this.database = database;
        this.changes = changes;
        this.onCommit = onCommit;
        this.ledger = ledger;
        this.lastId = lastId;
        this.thread = Thread.ofPlatform().daemon().name("event-writer").unstarted(this::run);
        thread.start();
    }

    /** The id of the newest event that is committed. */
    long lastId() {
        return lastId;
    }

    /** Whether to wait for the disk at each commit. */
    void setPowerSafe(boolean isOn) {
        powerSafe = isOn;
    }

    /** Why nothing can be stored at the moment. */
    Optional<Problem> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Takes an event for storing. Never blocks: when too much is waiting, the callback is told at once. */
    void append(Capture capture, AppendCallback callback) {
        if (!backlog.offer(new PendingEvent(capture, capture.body().sha256(), callback))) {
            callback.failed(new Problem("Too many events are waiting to be stored; send this one again in a moment."));
        }
    }

    /** Takes what an event's sender got, to be stored along with later events. Never blocks. */
    void append(PendingAnswer answer) {
        if (!backlog.offer(answer)) {
            LOG.debug("What event {} was answered is not kept", answer.eventId());
        }
    }

    /** Does something on the writer's thread while nobody changes anything, and waits for it. */
    void between(Callable<?> work) throws Problem {
        between.run(work, backlog::wake);
    }

    private void runBetween() {
        if (between.isWaiting()) {
            discardConnection();
            changes.turn().lock();
            try {
                between.runAll();
            } finally {
                changes.turn().unlock();
            }
        }
    }

    private void run() {
        try {
            while (!backlog.isDone()) {
                Group group = backlog.take(GROUP, GROUP_BYTES, trouble == null ? 0 : BREATH_MILLIS);
                runBetween();
                tryAgain();
                store(group.events(), group.answers());
                backlog.release(group.events());
                waitForCompany(group.events().size());
            }
        } catch (InterruptedException e) {
            LOG.error("The event writer was interrupted", e);
        } finally {
            // Nobody interrupts this thread; if it ends all the same, what waits is refused rather than lost silently.
            Problem ended = new Problem("The event was not stored; restart Hookglass.");
            between.cancel();
            backlog.drain().forEach(pending -> tell(() -> pending.callback().failed(ended)));
            discardConnection();
        }
    }

    /**
     * While several senders send at once, commits are held apart a little: each one writes some pages anew, however few events
     * it has. A lone sender, who waits for each answer, never waits for this.
     */
    private void waitForCompany(int events) throws InterruptedException {
        company += (events - company) / SMOOTHING;
        if (company > COMPANY && events < ENOUGH) {
            backlog.gather(ENOUGH, MOST_NANOS_TO_GATHER);
        }
    }

    private void store(List<PendingEvent> group, List<PendingAnswer> answers) {
        Problem current = trouble;
        if (current != null) {
            group.forEach(pending -> tell(() -> pending.callback().failed(current)));
            return;
        }
        if (group.isEmpty() && answers.isEmpty()) {
            return;
        }
        List<EventSummary> stored;
        long generation = database.generation();
        try {
            stored = commit(group, answers);
        } catch (SQLException | RuntimeException e) {
            // A connection that failed to commit is not used again: H2 may have closed its database under it.
            discardConnection();
            refuse(group, answers, generation, e);
            return;
        }
        ledger.stored(stored);
        answers.forEach(answer -> ledger.answered(answer.eventId(), answer.answer()));
        for (int i = 0; i < group.size(); i++) {
            AppendCallback callback = group.get(i).callback();
            EventSummary event = stored.get(i);
            tell(() -> callback.stored(event));
        }
        tell(onCommit);
    }

    private List<EventSummary> commit(List<PendingEvent> group, List<PendingAnswer> answers) throws SQLException {
        long generation = database.generation();
        try {
            return commitOnce(group, answers);
        } catch (SQLException e) {
            boolean isLet = DiskTrouble.wasGoneBefore(e);
            if (!isLet && !"40001".equals(e.getSQLState())) {
                throw e;
            }
            // The file was let go by another's failure, or another waited for what this one has: nothing is committed.
            discardConnection();
            database.failed(generation, e);
            return commitOnce(group, answers);
        }
    }

    private List<EventSummary> commitOnce(List<PendingEvent> group, List<PendingAnswer> answers) throws SQLException {
        if (inserts == null) {
            inserts = new EventInserts(database.connectToAdd());
            lastId = Math.max(lastId, LastEvent.id(database));
        }
        changes.turn().lock();
        try {
            long firstId = lastId + 1;
            List<EventSummary> stored = inserts.commit(group, answers, firstId, changes, powerSafe);
            lastId = firstId + stored.size() - 1;
            return stored;
        } finally {
            changes.turn().unlock();
        }
    }

    private void refuse(List<PendingEvent> group, List<PendingAnswer> answers, long generation, Exception e) {
        boolean fault = isFaultOfAnEvent(e);
        if (fault && group.size() > 1) {
            // One event that does not fit the database must not take its neighbours with it.
            store(List.of(), answers);
            group.forEach(pending -> store(List.of(pending), List.of()));
            return;
        }
        Problem problem;
        if (fault) {
            // Neither the log nor the sender is told more: the message may quote what was received.
            LOG.error("An event could not be stored: {}", e.getClass().getName());
            problem = new Problem("The event was not stored: a part of it is longer than the database takes.");
        } else if (e instanceof SQLException sql) {
            LOG.error("Storing {} events failed", group.size(), e);
            problem = DiskTrouble.notStored(database.file(), sql);
            database.failed(generation, sql);
            trouble = problem;
            nextTry = System.nanoTime() + BREATH_MILLIS * 1_000_000;
        } else {
            LOG.error("Storing {} events failed", group.size(), e);
            problem = new Problem("The event was not stored, for a reason that is in the log.", e);
        }
        group.forEach(pending -> tell(() -> pending.callback().failed(problem)));
    }

    /** Ends the trouble once a commit reaches the file again. */
    private void tryAgain() {
        if (trouble == null || System.nanoTime() < nextTry) {
            return;
        }
        nextTry = System.nanoTime() + BREATH_MILLIS * 1_000_000;
        if (DiskTrouble.hasNoRoom(database.file())) {
            return;
        }
        long generation = database.generation();
        changes.turn().lock();
        try (Connection connection = database.connectToAdd(); Statement statement = connection.createStatement()) {
            statement.execute("MERGE INTO mark (name, number) KEY (name) VALUES ('tried', " + nextTry + ")");
            database.journal().tryToWrite();
            trouble = null;
            LOG.info("Events can be stored again");
        } catch (IOException e) {
            LOG.debug("The journal still cannot be written", e);
        } catch (SQLException e) {
            database.failed(generation, e);
        } finally {
            changes.turn().unlock();
        }
    }

    /** Whether it is about a value (SQLSTATE class 22, “data exception”), and not about the database. */
    private static boolean isFaultOfAnEvent(Exception e) {
        return e instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("22");
    }

    /** A listener with a bug must not end the storing of events. */
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("A listener failed", e);
        }
    }

    private void discardConnection() {
        EventInserts used = inserts;
        inserts = null;
        if (used != null) {
            try {
                used.close();
            } catch (SQLException e) {
                LOG.debug("Closing the writer's connection failed", e);
            }
        }
    }

    /** Stores what is waiting, then ends the thread. An interrupt does not shorten it. */
    void finish() {
        backlog.close();
        ThreadEnd.await(thread);
    }
}
