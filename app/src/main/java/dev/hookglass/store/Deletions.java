package dev.hookglass.store;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Deleting events, in small transactions beside the writer's. A deletion can be undone until it is forgotten, or until the
 * store is closed; only then the events' content and deliveries go.
 */
public final class Deletions {
    static final int BATCH = 500;
    private static final String DELETING = "The events could not be deleted";

    private final StatementLane lane;
    private final EventQueries queries;
    private final DeletedRows rows;
    private final ContentTable contents;
    private final AtomicLong numbers = new AtomicLong(1);
    private final Set<Long> undoable = new ConcurrentSkipListSet<>();

    Deletions(Database database, Changes changes, StatementLane lane, EventQueries queries, ContentTable contents,
            Ledger ledger) throws SQLException {
        this.contents = contents;
        this.lane = lane;
        this.queries = queries;
        this.rows = new DeletedRows(database, changes, ledger);
        numbers.set(rows.lastDeletion() + 1);
    }

    /** Deletes events, pinned ones as well; ids of which there are none are passed over. */
    public Deletion delete(Collection<Long> ids) throws Problem {
        return delete(List.copyOf(ids), _ -> {});
    }

    private Deletion delete(List<Long> ids, LongConsumer onProgress) throws Problem {
        return begin(number -> lane.run(DELETING, isCancelled -> {
            long deleted = 0;
            for (int from = 0; from < ids.size() && !isCancelled.getAsBoolean(); from += BATCH) {
                deleted += rows.delete(number, ids.subList(from, Math.min(ids.size(), from + BATCH)));
                onProgress.accept(deleted);
            }
            return deleted;
        }));
    }

    /**
     * Deletes the events that pass a filter, but for pinned ones; those that arrive meanwhile stay. When the calling thread is
     * interrupted, nothing is deleted.
     *
     * @param onProgress told how many are deleted so far; on another thread
     */
    public Deletion deleteAll(EventFilter filter, LongConsumer onProgress) throws Problem {
        return begin(number -> lane.run(DELETING, isCancelled -> {
            long deleted = 0;
            long before = Long.MAX_VALUE;
            List<EventSummary> page = queries.older(filter, before, BATCH, isCancelled);
            while (!page.isEmpty() && !isCancelled.getAsBoolean()) {
                List<Long> ids = page.stream().filter(event -> !event.pinned()).map(EventSummary::id).toList();
                deleted += rows.delete(number, ids);
                onProgress.accept(deleted);
                before = page.getLast().id();
                page = queries.older(filter, before, BATCH, isCancelled);
            }
            if (isCancelled.getAsBoolean()) {
                rows.restore(number, () -> false);
            }
            return deleted;
        }));
    }

    private interface Work {
        long run(long number) throws Problem;
    }

    private Deletion begin(Work work) throws Problem {
        long number = numbers.getAndIncrement();
        undoable.add(number);
        return new Deletion(number, work.run(number));
    }

    /** Brings the events of a deletion back. */
    public void undo(Deletion deletion) throws Problem {
        if (!undoable.contains(deletion.number())) {
            throw new Problem("These events cannot be brought back any more.");
        }
        lane.run("The events could not be brought back", _ -> rows.restore(deletion.number(), () -> false));
        undoable.remove(deletion.number());
    }

    /** Says that a deletion will not be undone: what it left goes soon, in the background. */
    public void forget(Deletion deletion) {
        undoable.remove(deletion.number());
    }

    /** Takes what is left of a deletion away, now. */
    public void purge(Deletion deletion) throws Problem {
        forget(deletion);
        purge();
    }

    /** Takes away what is left of deletions that cannot be undone. */
    void purge() throws Problem {
        lane.run(DELETING, isCancelled -> {
            boolean more;
            do {
                more = purgeSome();
            } while (more && !isCancelled.getAsBoolean());
            return more;
        });
    }

    private boolean purgeSome() throws SQLException {
        List<Long> purged = rows.purge(undoable);
        contents.watcher().gone(purged);
        return !purged.isEmpty();
    }

    /** Takes the oldest events that are beyond a retention's limits away for good, but for pinned ones. */
    void apply(Retention retention, Instant now) throws Problem {
        if (retention.isEverything()) {
            return;
        }
        lane.run(DELETING, isCancelled -> {
            int gone;
            do {
                List<Long> old = rows.beyond(retention, now);
                gone = old.isEmpty() ? 0 : rows.delete(DeletedRows.AT_ONCE, old);
                purgeSome();
            } while (gone > 0 && !isCancelled.getAsBoolean());
            return gone;
        });
    }
}
