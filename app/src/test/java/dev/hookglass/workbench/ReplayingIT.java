package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.BulkReplay;
import dev.hookglass.delivery.Change;
import dev.hookglass.delivery.Order;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Pace;
import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.event.Bytes;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayingIT {
    private static final int EVENTS = 60;

    @TempDir
    private Path folder;
    private Bench bench;
    private List<ReplayPlan.Item> items;

    @BeforeEach
    void capture() throws Exception {
        bench = new Bench(folder);
        for (int i = 0; i < EVENTS; i++) {
            bench.post("/any/" + i, ("body " + i).getBytes(StandardCharsets.UTF_8));
        }
        items = bench.workbench.replaying().items(EventFilter.ALL);
        assertEquals(EVENTS, items.size());
    }

    @AfterEach
    void close() throws Problem {
        bench.close();
    }

    private BulkReplay replay(RecordingServer target, Order order, int copies, int connections,
            List<Attempt> recorded) throws Problem {
        return bench.workbench.replaying()
                .replay(new ReplayPlan(items, order, copies, new Pace.AsFastAsPossible(), connections),
                        Destination.of(target.url("/in")), false,
                        done -> done.forEach(one -> recorded.add(one.attempt())));
    }

    private static String body(Bytes request) {
        String text = request.utf8();
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void run_onOneConnection_keepsTheOrder_andRecordsEveryAttempt() throws Exception {
        try (RecordingServer target = RecordingServer.answering(204)) {
            List<Attempt> recorded = new ArrayList<>();
            BulkReplay replay = replay(target, new Order.Reversed(), 2, 1, recorded);
            replay.run();

            for (int i = EVENTS - 1; i >= 0; i--) {
                assertEquals("body " + i, body(target.take()));
                assertEquals("body " + i, body(target.take()));
            }
            assertEquals(2 * EVENTS, recorded.size());
            assertEquals(2, bench.workbench.events().attempts().ofEvent(items.getFirst().eventId()).size());
            assertEquals(2 * EVENTS, replay.progress().succeeded());
            assertEquals(0, replay.progress().failed());
            assertEquals(Duration.ZERO, replay.progress().remaining());
        }
    }

    @Test
    void run_onManyConnections_sendsEachOnce() throws Exception {
        try (RecordingServer target = RecordingServer.answering(500)) {
            List<Attempt> recorded = new ArrayList<>();
            BulkReplay replay = replay(target, new Order.Shuffled(3), 1, 16, recorded);
            replay.run();

            Set<String> bodies = new HashSet<>();
            for (int i = 0; i < EVENTS; i++) {
                bodies.add(body(target.take()));
            }
            assertEquals(EVENTS, bodies.size());
            assertEquals(EVENTS, replay.progress().failed());
            assertEquals(EVENTS, recorded.stream().map(attempt -> attempt.eventId().orElseThrow())
                    .collect(Collectors.toSet()).size());
        }
    }

    @Test
    void cancel_endsARunWhoseTargetDoesNotAnswer_andRecordsWhatWasSent() throws Exception {
        try (RecordingServer target = new RecordingServer(new RecordingServer.Reply.AnswerAndStay(Bytes.EMPTY))) {
            List<Attempt> recorded = new ArrayList<>();
            BulkReplay replay = replay(target, new Order.AsReceived(), 1, 4, recorded);
            CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> {
                try {
                    replay.run();
                    return true;
                } catch (Problem e) {
                    throw new AssertionError(e);
                }
            });
            for (int i = 0; i < 4; i++) {
                target.take();
            }
            replay.cancel();

            assertTrue(ended.get(5, TimeUnit.SECONDS));
            assertEquals(4, recorded.size());
            assertTrue(recorded.stream().allMatch(attempt -> attempt.outcome() instanceof Outcome.Failed));
        }
    }

    @Test
    void pause_holdsWhatIsNotSentYet_untilResumed() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            List<Attempt> recorded = new ArrayList<>();
            BulkReplay replay = replay(target, new Order.AsReceived(), 1, 1, recorded);
            replay.pause();
            CountDownLatch done = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                try {
                    replay.run();
                } catch (Problem e) {
                    throw new AssertionError(e);
                } finally {
                    done.countDown();
                }
            });
            assertFalse(done.await(100, TimeUnit.MILLISECONDS));
            assertEquals(0, replay.progress().sent());

            replay.resume();
            assertTrue(done.await(20, TimeUnit.SECONDS));
            assertEquals(EVENTS, recorded.size());
        }
    }

    @Test
    void run_ofAnEventWithoutASecret_signedAnew_isToldInWords() {
        Problem problem = assertThrows(Problem.class, () -> {
            try (RecordingServer target = RecordingServer.answering(200)) {
                bench.workbench.replaying().replay(
                        new ReplayPlan(items, new Order.AsReceived(), 1, new Pace.AsFastAsPossible(), 1),
                        Destination.of(target.url("/in")), true, _ -> {}).run();
            }
        });
        assertTrue(problem.sentence().contains("no secret to sign with"), problem.sentence());
    }

    @Test
    void cancel_endsAHundredThousandWithinASecond() throws Exception {
        ReplayPlan plan = new ReplayPlan(items.subList(0, 10), new Order.Shuffled(1), 10_000,
                new Pace.AsFastAsPossible(), 16);
        try (RecordingServer target = RecordingServer.answering(200)) {
            CountDownLatch some = new CountDownLatch(500);
            BulkReplay replay = bench.workbench.replaying().replay(plan, Destination.of(target.url("/")), false,
                    done -> done.forEach(_ -> some.countDown()));
            CompletableFuture<Instant> ended = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    replay.run();
                    ended.complete(Instant.now());
                } catch (Problem e) {
                    ended.completeExceptionally(e);
                }
            });
            assertTrue(some.await(20, TimeUnit.SECONDS));
            Instant cancelled = Instant.now();
            replay.cancel();
            Duration took = Duration.between(cancelled, ended.get(10, TimeUnit.SECONDS));
            assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
            assertTrue(replay.progress().sent() < 100_000);
        }
    }

    @Test
    @Tag("long")
    void run_ofAHundredThousand_storesEachAttemptWithItsEvent() throws Exception {
        ReplayPlan plan = new ReplayPlan(items.subList(0, 50), new Order.AsReceived(), 2_000,
                new Pace.AsFastAsPossible(), 16);
        long largest = 0;
        try (RecordingServer target = RecordingServer.answering(200)) {
            List<Integer> groups = new ArrayList<>();
            BulkReplay replay = bench.workbench.replaying().replay(plan, Destination.of(target.url("/")), false,
                    done -> groups.add(done.size()));
            replay.run();
            assertEquals(100_000, replay.progress().succeeded());
            assertEquals(100_000, groups.stream().mapToInt(Integer::intValue).sum());
            largest = groups.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
        assertTrue(largest <= 2_064, "held at a time: " + largest);
        List<Attempt> stored = bench.workbench.events().attempts().ofEvent(items.get(7).eventId());
        assertEquals(2_000, stored.size());
        assertEquals("body 7", stored.getFirst().request().body().utf8());
    }

    @Test
    void replay_tellsWhatTheDeliveryBeforeCameTo() throws Exception {
        ReplayPlan plan = new ReplayPlan(items.subList(0, 3), new Order.AsReceived(), 1, new Pace.AsFastAsPossible(),
                1);
        try (RecordingServer target = new RecordingServer(
                RecordingServer.answer("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 200 Yes\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 200 Yes\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 200 Yes\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"))) {
            assertEquals(List.of(Change.FIRST, Change.FIRST, Change.FIRST), changes(plan, target));
            assertEquals(List.of(Change.FIXED, Change.REGRESSED, Change.REGRESSED), changes(plan, target));
            assertEquals(List.of(Change.REGRESSED, Change.SAME, Change.SAME), changes(plan, target));
        }
    }

    private List<Change> changes(ReplayPlan plan, RecordingServer target) throws Problem {
        List<Change> changes = new ArrayList<>();
        bench.workbench.replaying()
                .replay(plan, Destination.of(target.url("/in")), false,
                        done -> done.forEach(one -> changes.add(one.change())))
                .run();
        return changes;
    }
}
