package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.ledger.EventIds;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.events.Found.More;
import java.util.List;
import java.util.Optional;

/**
 * Finds the events that pass a filter, as they are sorted. What the ledger knows is asked of it, which gives all of them at
 * once; for the rest pages are read. Blocks, and is not for the FX thread.
 *
 * @param store where the events are
 * @param filter what passes
 * @param sorting how they are to stand
 * @param rows reads the rows at the top
 */
record Finder(EventStore store, EventFilter filter, Sorting sorting, RowReader.Work rows) {
    /** Events read at a time where each must be read. */
    static final int PAGE = 500;
    private static final int IN_SIGHT = 60;

    /** All, or the newest if these are there sooner. */
    Found first() throws Problem {
        Ledger ledger = store.ledger();
        boolean isComplete = ledger.isComplete();
        Optional<EventIds> known = ledger.find(filter, 0);
        if (known.isPresent() && (isComplete || !known.get().isEmpty())) {
            return all(known.get(), isComplete ? More.NONE : More.ALL_AT_ONCE);
        }
        // Where the ledger is about to know them all, those in sight will do until then.
        List<EventSummary> page = store.older(filter, Long.MAX_VALUE, known.isPresent() ? IN_SIGHT : PAGE);
        More more = known.isPresent() ? More.ALL_AT_ONCE : page.size() == PAGE ? More.OLDER : More.NONE;
        return new Found(rising(page), null, rows.of(page.subList(0, Math.min(page.size(), IN_SIGHT))), more);
    }

    /** All, once the ledger is complete. */
    Found all() throws Problem, InterruptedException {
        Ledger ledger = store.ledger();
        ledger.awaitComplete();
        return all(ledger.find(filter, 0).orElse(EventIds.NONE), More.NONE);
    }

    private Found all(EventIds ids, More more) throws Problem {
        int[] sorted = sorting.isNewestFirst() ? null : sorting.sort(store.ledger(), ids);
        long[] top = new long[Math.min(sorted == null ? ids.size() : sorted.length, IN_SIGHT)];
        for (int i = 0; i < top.length; i++) {
            top[i] = ids.get(sorted == null ? ids.size() - 1 - i : sorted[i]);
        }
        return new Found(ids, sorted, rows.read(top), more);
    }

    /** The next older ones, of which each must be read. */
    Found older(long than) throws Problem {
        List<EventSummary> page = store.older(filter, than, PAGE);
        return new Found(rising(page), null, List.of(), page.size() == PAGE ? More.OLDER : More.NONE);
    }

    /** Those that were stored since. */
    Found newer(long after) throws Problem {
        Ledger ledger = store.ledger();
        Optional<EventIds> known = ledger.isComplete() ? ledger.find(filter, after) : Optional.empty();
        if (known.isPresent()) {
            return all(known.get(), More.NONE);
        }
        List<EventSummary> page = store.newer(filter, after, PAGE);
        EventIds ids = EventIds.of(page.stream().mapToLong(EventSummary::id).toArray());
        List<EventSummary> top = page.subList(Math.max(0, page.size() - IN_SIGHT), page.size());
        return new Found(ids, null, rows.of(top), page.size() == PAGE ? More.OLDER : More.NONE);
    }

    private static EventIds rising(List<EventSummary> newestFirst) {
        return EventIds.of(newestFirst.reversed().stream().mapToLong(EventSummary::id).toArray());
    }
}
