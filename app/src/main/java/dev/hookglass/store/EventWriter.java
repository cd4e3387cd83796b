package dev.hookglass.store;

import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that adds events. It commits whatever is waiting as one group: alone when idle, up to {@value #GROUP}
 * when busy, so that a commit is shared and nobody waits for company.
 */
final class EventWriter {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
    private static final int GROUP = 500;
    private static final int MOST_WAITING = 4_096;
    private static final long MOST_WAITING_BYTES = 256L << 20;

    private final Database database;
    private final Runnable onCommit;
    private final Lock turn;
    private final Backlog backlog = new Backlog(MOST_WAITING, MOST_WAITING_BYTES);
    private final Thread thread;
    private @Nullable EventInserts inserts;
    private long lastId;

    /**
     * Starts the thread.
     *
     * @param onCommit called on the writer's thread after each commit; must not block
     * @param turn held while a group is committed; others who change counted events take turns with it
     */
    EventWriter(Database database, Runnable onCommit, Lock turn) throws SQLException {
        this.database = database;
        this.onCommit = onCommit;
        this.turn = turn;
        this.lastId = lastId(database);
        this.thread = Thread.ofPlatform().daemon().name("event-writer").unstarted(this::run);
        thread.start();
    }

    private static long lastId(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM event")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Takes an event for storing. Never blocks: when too much is waiting, the callback is told at once. */
    void append(Capture capture, AppendCallback callback) {
        if (!backlog.offer(new PendingEvent(capture, capture.body().sha256(), callback))) {
            callback.failed(new Problem("Too many events are waiting to be stored; send this one again in a moment."));
        }
    }

    private void run() {
        try {
            for (List<PendingEvent> group = backlog.take(GROUP); !group.isEmpty(); group = backlog.take(GROUP)) {
                store(group);
                backlog.release(group);
            }
        } catch (InterruptedException e) {
            LOG.error("The event writer was interrupted", e);
        } finally {
            // Nobody interrupts this thread; if it ends all the same, what waits is refused rather than lost silently.
            Problem ended = new Problem("The event could not be stored; restart Hookglass.");
            backlog.drain().forEach(pending -> tell(() -> pending.callback().failed(ended)));
            discardConnection();
        }
    }

    private void store(List<PendingEvent> group) {
        List<EventSummary> stored;
        try {
            stored = commit(group);
        } catch (SQLException | RuntimeException e) {
            // A connection that failed to commit is not used again: H2 may have closed its database under it.
            discardConnection();
            refuse(group, e);
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            AppendCallback callback = group.get(i).callback();
            EventSummary event = stored.get(i);
            tell(() -> callback.stored(event));
        }
        tell(onCommit);
    }

    private List<EventSummary> commit(List<PendingEvent> group) throws SQLException {
        turn.lock();
        try {
            return commitAlone(group);
        } finally {
            turn.unlock();
        }
    }

    private List<EventSummary> commitAlone(List<PendingEvent> group) throws SQLException {
        if (inserts == null) {
            inserts = new EventInserts(database.connect());
            lastId = lastId(database);
        }
        List<EventSummary> stored = inserts.commit(group, lastId + 1);
        lastId += stored.size();
        return stored;
    }

    private void refuse(List<PendingEvent> group, Exception e) {
        boolean fault = isFaultOfAnEvent(e);
        if (fault && group.size() > 1) {
            // One event that does not fit the database must not take its neighbours with it.
            group.forEach(pending -> store(List.of(pending)));
            return;
        }
        Problem problem;
        if (fault) {
            // Neither the log nor the sender is told more: the message may quote what was received.
            LOG.error("An event could not be stored: {}", e.getClass().getName());
            problem = new Problem("The event could not be stored: a part of it is longer than the database takes.");
        } else {
            LOG.error("Storing {} events failed", group.size(), e);
            problem = new Problem("The event could not be stored (" + Database.firstLine(e) + ").", e);
        }
        group.forEach(pending -> tell(() -> pending.callback().failed(problem)));
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
                LOG.warn("Closing the writer's connection failed", e);
            }
        }
    }

    /** Stores what is waiting, then ends the thread. An interrupt does not shorten it. */
    void finish() {
        backlog.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
