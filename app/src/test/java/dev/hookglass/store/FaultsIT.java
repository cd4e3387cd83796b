package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static org.awaitility.Awaitility.await;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of Java itself amid the work of the store: what waits is refused, and the file is opened anew. */
class FaultsIT extends OnSmallDisk {
    private List<EventSummary> some(int count) throws Exception {
        List<EventSummary> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(stored(store, large(i)));
        }
        return some;
    }

    private void assertNoOthersThere(List<EventSummary> events) throws Problem {
        assertAllThere(events);
        // An Error behind the last acknowledgement may only now be noticed: then the database has the event a little later.
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> store.newer(EventFilter.ALL, 0, 1_000).size() >= events.size());
        assertEquals(events.size(), store.newer(EventFilter.ALL, 0, 1_000).size());
        assertEquals(events.size(), store.tallies().getFirst().events());
    }

    /** The first write is the journal's, the next ones are H2's, behind the acknowledgement. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anErrorWhileEventsAreStored_losesNoneThatWasAcknowledged(int writesBefore) throws Exception {
        List<EventSummary> all = new ArrayList<>(some(20));
        SmallDisk.WRITES_BEFORE.set(writesBefore);
        SmallDisk.FAULT.set(new OutOfMemoryError("test"));
        for (int i = 0; i < 50 && SmallDisk.FAULT.get() != null; i++) {
            try {
                all.add(append(store, draft()).summary());
            } catch (ExecutionException refused) {
                assertTrue(refused.getCause() instanceof Problem problem
                        && problem.sentence().contains("not enough memory"), refused.toString());
            }
        }
        assertNull(SmallDisk.FAULT.get(), "Nothing failed");

        await().atMost(10, TimeUnit.SECONDS).until(() -> store.trouble().isEmpty());

        EventSummary after = stored(store, draft());
        assertTrue(after.id() > all.getLast().id());
        all.add(after);
        assertNoOthersThere(all);
        reopen();
        assertNoOthersThere(all);
    }

    /** Or all, where it was noticed before anything was changed, and so was done again. */
    @Test
    void anErrorWhileEventsArePinned_pinsNone() throws Exception {
        List<EventSummary> all = some(3);
        SmallDisk.WRITES_BEFORE.set(1);
        SmallDisk.FAULT.set(new StackOverflowError());
        try {
            store.pin(Captures.ids(all), true);
            assertTrue(store.newer(EventFilter.ALL, 0, 10).stream().allMatch(EventSummary::pinned));
        } catch (Problem told) {
            assertTrue(told.sentence().contains("could not be pinned"), told.sentence());
            assertTrue(store.newer(EventFilter.ALL, 0, 10).stream().noneMatch(EventSummary::pinned));
        }
        SmallDisk.FAULT.set(null);
        assertNoOthersThere(all);
        store.pin(Captures.ids(all), true);
        assertTrue(store.newer(EventFilter.ALL, 0, 10).stream().allMatch(EventSummary::pinned));
    }
}
