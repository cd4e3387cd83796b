package dev.hookglass.store;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Capture;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that acknowledges events. It numbers whatever is waiting and appends it to the journal as one group; then an
 * event is on disk, byte for byte, and its callback is told so. {@link Applying} brings it into the database behind that,
 * many at once. When that cannot follow, events wait here, and are refused when too many do.
 *
 * <p>While a file cannot be written, as on a full disk, events are refused at once, and every second it is tried whether they
 * can be taken again.
 */
final class EventWriter {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
    private static final int GROUP = 500;
    private static final long GROUP_BYTES = 8L << 20;
    private static final int MOST_WAITING = 4_096;
    private static final long MOST_WAITING_BYTES = 256L << 20;
    private static final int ENOUGH = 16;
    private static final long MOST_NANOS_TO_GATHER = 2_000_000;
    private static final double COMPANY = 1.2;
    private static final double SMOOTHING = 32;
    private static final long NANOS_AFTER_AN_ERROR = 50_000_000;
    /** Larger ones are acknowledged once the database has them, so that few are in memory. */
    private static final long LARGE = 1 << 20;

    private final Database database;
    private final Unapplied unapplied;
    private final Numbering numbering;
    private final Applying applying;
    private final Lock acceptance = new ReentrantLock();
    private final InHand inHand = new InHand();
    private final Backlog backlog = new Backlog(MOST_WAITING, MOST_WAITING_BYTES);
    private final Thread thread = Thread.ofPlatform().daemon().name("event-writer").unstarted(this::run);
    /** Events in a group, on average over the last ones. */
    private double company = 1;
    private volatile boolean powerSafe;

    /**
     * Starts the threads.
     *
     * @param unapplied where what was acknowledged waits for the database
     * @param lastId the last id that was given to an event
     * @param onCommit called after each commit of the database; must not block
     * @param ledger told what is committed
     */
    EventWriter(Database database, Changes changes, Unapplied unapplied, long lastId, Runnable onCommit,
            Ledger ledger) {
        this.database = database;
        this.unapplied = unapplied;
        this.numbering = new Numbering(database, changes, lastId);
        this.applying = new Applying(database, changes, unapplied, numbering, acceptance, ledger, onCommit);
        applying.start();
        thread.start();
    }

    /** The id of the newest event that was acknowledged. */
    long lastId() {
        return numbering.lastId();
    }

    /** The id up to which the database has every event that was acknowledged and is not deleted. */
    long appliedId() {
        acceptance.lock();
        try {
            return unapplied.before(lastId());
        } finally {
            acceptance.unlock();
        }
    }

    /** Whether to wait for the disk before an event is acknowledged. */
    void setPowerSafe(boolean isOn) {
        powerSafe = isOn;
    }

    /** Why nothing can be stored at the moment. */
    Optional<Problem> trouble() {
        return applying.trouble();
    }

    /** Takes an event for storing. Never blocks: when too much is waiting, the callback is told at once. */
    void append(Capture capture, AppendCallback callback) {
        if (!ColumnWidths.take(capture)) {
            callback.failed(new Problem("The event was not stored: a part of it is longer than the database takes."));
        } else if (!backlog.offer(new PendingEvent(capture, capture.body().sha256(), callback))) {
            callback.failed(new Problem("Too many events are waiting to be stored; send this one again in a moment."));
        }
    }

    /** Takes what an event's sender got, to be stored along with events. Never blocks. */
    void append(long eventId, Answer answer) {
        if (!unapplied.offer(eventId, answer)) {
            LOG.debug("What event {} was answered is not kept", eventId);
        }
    }

    /**
     * Has the database take what the journal has.
     *
     * @return {@link Journal#kept} of that moment
     * @throws Problem if the database cannot take it at the moment
     */
    long settle() throws Problem {
        long kept = kept();
        try {
            if (unapplied.settle()) {
                return kept;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem("Some events that were stored are in the journal only, for now.");
    }

    private long kept() {
        acceptance.lock();
        try {
            // What the journal has is counted as unapplied before this is unlocked.
            return database.journal().kept();
        } finally {
            acceptance.unlock();
        }
    }

    /** Does something while nobody changes anything and nothing is acknowledged, and waits for it. */
    void between(Callable<?> work) throws Problem {
        applying.between(work);
    }

    private void run() {
        try {
            while (!inHand.isEmpty() || !backlog.isDone()) {
                storeNext();
            }
        } catch (InterruptedException e) {
            LOG.error("The event writer was interrupted", e);
        } finally {
            // Nobody interrupts this thread; if it ends all the same, what waits is refused rather than lost silently.
            Problem ended = new Problem("The event was not stored; restart Hookglass.");
            backlog.drain().forEach(pending -> Applying.tell(() -> pending.callback().failed(ended)));
            numbering.close();
        }
    }

    /** By itself, so that nothing holds the bodies of these events while the next are waited for. */
    private void storeNext() throws InterruptedException {
        try {
            if (inHand.isEmpty()) {
                inHand.take(backlog, GROUP, GROUP_BYTES);
                unapplied.awaitRoom();
            }
            store();
            backlog.release(inHand.events());
            int events = inHand.events().size();
            inHand.clear();
            waitForCompany(events);
        } catch (Error e) {
            // It goes on with what is in hand, as soon as there is memory for that.
            applying.begin(e);
            LockSupport.parkNanos(NANOS_AFTER_AN_ERROR);
        }
    }

    /**
     * While several senders send at once, groups are held apart a little, since each one costs a write and wakes threads. A
     * lone sender, who waits for each answer, never waits for this.
     */
    private void waitForCompany(int events) throws InterruptedException {
        company += (events - company) / SMOOTHING;
        if (company > COMPANY && events < ENOUGH) {
            backlog.gather(ENOUGH, MOST_NANOS_TO_GATHER);
        }
    }

    private void store() throws InterruptedException {
        List<StoredEvent> stored = inHand.stored();
        if (stored == null) {
            Optional<Problem> current = trouble();
            if (current.isPresent()) {
                inHand.refuse(current.get());
                return;
            }
            stored = journalOrRefuse(inHand.events());
            if (stored.isEmpty()) {
                return;
            }
            inHand.setStored(stored);
        }
        if (stored.stream().anyMatch(each -> each.bytes() > LARGE)) {
            boolean isApplied = unapplied.settle();
            LOG.debug("A large event is in the database: {}", isApplied);
        }
        inHand.acknowledge(stored);
    }

    private List<StoredEvent> journalOrRefuse(List<PendingEvent> group) {
        try {
            return journal(group);
        } catch (SQLException e) {
            LOG.error("Storing {} events failed", group.size(), e);
            Problem problem = DiskTrouble.notStored(database.file(), e);
            applying.begin(problem);
            inHand.refuse(problem);
        } catch (RuntimeException e) {
            LOG.error("Storing {} events failed", group.size(), e);
            inHand.refuse(new Problem("The event was not stored, for a reason that is in the log.", e));
        }
        return List.of();
    }

    private List<StoredEvent> journal(List<PendingEvent> group) throws SQLException {
        acceptance.lock();
        try {
            List<StoredEvent> numbered = number(group);
            try {
                database.journal().store(numbered.stream().map(StoredEvent::event).toList(), powerSafe);
            } catch (IOException e) {
                throw new SQLException(String.valueOf(e.getMessage()), e);
            }
            numbering.give(numbered);
            unapplied.add(numbered);
            return numbered;
        } finally {
            acceptance.unlock();
        }
    }

    private List<StoredEvent> number(List<PendingEvent> group) throws SQLException {
        long generation = database.generation();
        try {
            return numbering.number(group);
        } catch (SQLException e) {
            numbering.close();
            database.failed(generation, e);
            if (!DiskTrouble.wasGoneBefore(e)) {
                throw e;
            }
            // The file was let go by another's failure.
            return numbering.number(group);
        }
    }

    /** Stores what is waiting, then ends the threads. An interrupt does not shorten it. */
    void finish() {
        backlog.close();
        ThreadEnd.await(thread);
        applying.finish();
    }
}
