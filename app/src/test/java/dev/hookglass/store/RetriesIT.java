package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.ids;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.store.Captures.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events of the same key are attempts of one. */
class RetriesIT extends WithStore {
    @Test
    void attempts_areCountedBySourceAndKey() throws Exception {
        assertEquals(1, stored(store, draft().key("a")).attempt());
        assertEquals(2, stored(store, draft().key("a")).attempt());
        assertEquals(1, stored(store, draft().key("b")).attempt());
        assertEquals(1, stored(store, draft().key("a").source(2)).attempt());
        assertEquals(1, stored(store, draft()).attempt());
        assertEquals(1, stored(store, draft()).attempt());
        reopen();
        assertEquals(3, stored(store, draft().key("a")).attempt());
    }

    @Test
    void attempts_withinOneGroup_areCountedToo() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            told.add(append(store, draft().key("same")));
        }
        for (int i = 0; i < told.size(); i++) {
            assertEquals(i + 1, told.get(i).summary().attempt());
        }
    }

    @Test
    void retriesAndDuplicates_areFoundWhateverCameBetween() throws Exception {
        stored(store, draft().key("a"));
        stored(store, draft().key("b"));
        stored(store, draft().key("a"));
        stored(store, draft().source(2).key("a"));
        stored(store, draft().key(null));
        EventSummary third = stored(store, draft().key("a"));

        assertEquals(List.of(3L, 6L), found("is:retry"));
        assertEquals(List.of(1L, 3L, 6L), found("is:duplicate"));
        assertEquals(List.of(2L, 4L, 5L), found("-is:duplicate"));
        assertEquals(3, third.attempt());
        assertEquals(Captures.AT.truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                store.firstOfKey(third).orElseThrow());
        assertTrue(store.firstOfKey(store.find(2).orElseThrow().summary()).isEmpty());
    }

    @Test
    void aClockThatIsSetBack_changesNeitherOrderNorAttempts() throws Exception {
        Instant[] times = {Captures.AT, Captures.AT.minus(Duration.ofDays(1)), Captures.AT.plusSeconds(1)};
        for (Instant time : times) {
            Captures.Told told = new Captures.Told();
            store.append(Captures.at(time, draft().key("a").capture()), told);
            told.summary();
        }

        List<EventSummary> events = store.newer(EventFilter.ALL, 0, 10);
        assertEquals(List.of(1L, 2L, 3L), ids(events));
        assertEquals(List.of(1, 2, 3), events.stream().map(EventSummary::attempt).toList());
        assertEquals(List.of(3L, 2L, 1L), ids(store.older(EventFilter.ALL, Long.MAX_VALUE, 10)));
    }
}
