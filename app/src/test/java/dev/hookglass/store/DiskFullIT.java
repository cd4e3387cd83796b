package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static org.awaitility.Awaitility.await;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Sent;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Rejection;
import dev.hookglass.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A disk that is full and then has room again. */
class DiskFullIT extends OnSmallDisk {
    /** Stores events until one is refused; gives the stored ones. */
    private List<EventSummary> fill() throws Exception {
        List<EventSummary> stored = new ArrayList<>();
        SmallDisk.ROOM.set(2_000_000);
        while (stored.size() < 1_000) {
            Captures.Told told = append(store, large(stored.size()));
            try {
                stored.add(told.summary());
            } catch (ExecutionException e) {
                assertTrue(e.getCause() instanceof Problem problem && problem.sentence().contains("is full"),
                        e.toString());
                return stored;
            }
        }
        throw new AssertionError("The disk was never full");
    }

    @Test
    void whileFull_eventsAreRefusedAndTheReasonIsTold() throws Exception {
        List<EventSummary> stored = fill();

        assertTrue(stored.size() > 10, stored.size() + " were stored");
        assertTrue(store.trouble().orElseThrow().sentence().contains("is full"));
        ExecutionException refused = assertThrows(ExecutionException.class, () -> stored(store, draft()));
        assertTrue(refused.toString().contains("is full"), refused.toString());
    }

    @Test
    void whileFull_whatWasAcknowledgedCanBeRead() throws Exception {
        assertAllThere(fill());
    }

    @Test
    void onceThereIsRoom_everythingWorksAgainWithoutAnEvent() throws Exception {
        List<EventSummary> before = fill();
        SmallDisk.ROOM.set(Long.MAX_VALUE);

        await().atMost(10, TimeUnit.SECONDS).until(() -> store.trouble().isEmpty());

        EventSummary after = stored(store, large(9));
        assertTrue(after.id() > before.getLast().id());
        assertAllThere(before);
        assertEquals(before.size() + 1, store.tallies().getFirst().events());
        store.append(new Rejection(Instant.EPOCH, "", Rejection.Reason.NOT_STORED, ""));
        assertEquals(1, store.rejections().size());
        store.attempts()
                .record(List.of(new Sent(Instant.EPOCH, OptionalLong.of(after.id()), Optional.empty(),
                        new OutboundRequest("POST", TargetUrl.of("http://localhost/"), List.of(), Bytes.EMPTY),
                        new Outcome.Failed(Duration.ZERO, "x"))));
        assertEquals(1, store.attempts().ofEvent(after.id()).size());
    }

    @Test
    void fullAgainAndAgain_nothingAcknowledgedIsLost() throws Exception {
        List<EventSummary> all = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            all.addAll(fill());
            SmallDisk.ROOM.set(Long.MAX_VALUE);
            await().atMost(10, TimeUnit.SECONDS).until(() -> store.trouble().isEmpty());
        }
        reopen();

        assertAllThere(all);
        assertEquals(all.size(), all.stream().map(EventSummary::id).distinct().count());
    }

    @Test
    void powerSafe_eachGroupReachesTheDisk() throws Exception {
        stored(store, draft());
        store.setPowerSafe(true);
        long before = SmallDisk.FORCED.get();
        for (int i = 1; i <= 20; i++) {
            stored(store, draft());
            assertTrue(SmallDisk.FORCED.get() >= before + i, "Forced " + SmallDisk.FORCED.get() + " times");
        }
    }
}
