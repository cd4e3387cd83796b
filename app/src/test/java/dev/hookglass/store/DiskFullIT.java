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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full and then has room again. */
class DiskFullIT {
    @TempDir
    private Path folder;
    private EventStore store;

    @BeforeEach
    void open() throws Problem {
        SmallDisk.insert();
        store = EventStore.open(folder, SmallDisk.NAME, Journal.FULL, () -> {});
    }

    @AfterEach
    void close() throws Problem {
        SmallDisk.ROOM.set(Long.MAX_VALUE);
        store.close();
    }

    private static Bytes body(long seed) {
        byte[] body = new byte[20_000];
        new Random(seed).nextBytes(body);
        return Bytes.wrap(body);
    }

    /** Stores events until one is refused; gives the stored ones. */
    private List<EventSummary> fill() throws Exception {
        List<EventSummary> stored = new ArrayList<>();
        SmallDisk.ROOM.set(2_000_000);
        while (stored.size() < 1_000) {
            Captures.Told told = append(store, draft().body(body(stored.size())));
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

    private void assertAllThere(List<EventSummary> stored) throws Problem {
        for (EventSummary event : stored) {
            assertTrue(store.find(event.id()).orElseThrow().isIntact(), "Event " + event.id());
        }
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

        EventSummary after = stored(store, draft().body(body(9)));
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
        store.close();
        store = EventStore.open(folder, () -> {});

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
