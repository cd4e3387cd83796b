package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.store.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejudgingIT {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Secret SECRET = new Secret("new", "right");

    @TempDir
    private Path folder;

    /** Every other event has the right secret. */
    private static Capture capture(Source source, int number) {
        RequestHead head = new RequestHead("POST", source.path(), "HTTP/1.1",
                List.of(new Header("Callback-Secret", number % 2 == 0 ? "right" : "wrong")));
        return new Capture(START.plusSeconds(number), source.id(), source.provider(), "127.0.0.1:5", "created", 1,
                "key " + number, new Verdict(Outcome.UNCHECKED, "Because."), 200, head.toBytes(),
                Bytes.ofUtf8("{\"n\":" + number + "}"));
    }

    private static void fill(Workbench workbench, Source source, int count) throws Exception {
        Semaphore room = new Semaphore(1_000);
        CompletableFuture<Void> failed = new CompletableFuture<>();
        for (int i = 0; i < count; i++) {
            room.acquire();
            workbench.events().append(capture(source, i), new AppendCallback() {
                @Override
                public void stored(EventSummary event) {
                    room.release();
                }

                @Override
                public void failed(Problem problem) {
                    failed.completeExceptionally(problem);
                    room.release();
                }
            });
        }
        room.acquire(1_000);
        failed.complete(null);
        failed.get();
    }

    private static Source cmp(Workbench workbench) {
        return workbench.sources().find("CMP").orElseThrow();
    }

    private static void setSecrets(Workbench workbench, Secret... secrets) throws Problem {
        workbench.sources().replace(cmp(workbench).withSecrets(List.of(secrets)));
    }

    private static void await(Workbench workbench) throws Exception {
        workbench.rejudging().await(cmp(workbench).id(), _ -> {});
    }

    private static Map<Outcome, Long> counts(Workbench workbench) throws Problem {
        return workbench.events().tallies().stream().filter(tally -> tally.events() != 0)
                .collect(Collectors.toMap(Tally::outcome, Tally::events));
    }

    private static long counted(Workbench workbench, Outcome outcome) throws Problem {
        EventFilter filter = EventFilter.ALL.and(new Term.VerdictIs(Set.of(outcome)));
        return workbench.events().newer(filter, 0, Integer.MAX_VALUE).size();
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            assertTrue(!never.await(10, TimeUnit.MILLISECONDS));
        }
        assertTrue(condition.getAsBoolean());
    }

    @Test
    void aSecretThatIsAdded_judgesAllEventsAgainAndNothingElseOfThem() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            fill(workbench, cmp(workbench), 501);
            List<EventSummary> before = workbench.events().newer(EventFilter.ALL, 0, 1_000);

            setSecrets(workbench, SECRET);
            await(workbench);

            List<EventSummary> after = workbench.events().newer(EventFilter.ALL, 0, 1_000);
            assertEquals(Map.of(Outcome.VALID, 251L, Outcome.INVALID, 250L), counts(workbench));
            assertEquals(251, counted(workbench, Outcome.VALID));
            assertEquals(250, counted(workbench, Outcome.INVALID));
            assertEquals(before.stream().map(RejudgingIT::withoutVerdict).toList(),
                    after.stream().map(RejudgingIT::withoutVerdict).toList());
            assertEquals("Callback-Secret matches secret “new”.", after.getFirst().verdict().reason());
            assertEquals(Optional.empty(), workbench.rejudging().progress());
            assertEquals(List.of(), workbench.events().verdicts().unfinished());
            assertEquals(before.stream().mapToLong(EventSummary::bodyBytes).sum(),
                    workbench.events().tallies().stream().mapToLong(Tally::bytes).sum());
        }
    }

    private static List<Object> withoutVerdict(EventSummary event) {
        return List.of(event.id(), event.receivedAt(), event.sourceId(), event.provider(), event.target(),
                String.valueOf(event.type()), String.valueOf(event.key()), event.attempt(), event.status(),
                event.bodySha256());
    }

    @Test
    void aSecretWithAWindow_isHeldAgainstTheTimeOfCapture() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            fill(workbench, cmp(workbench), 100);

            setSecrets(workbench, new Secret("old", "right", Optional.empty(), Optional.of(START.plusSeconds(50))),
                    new Secret("new", "wrong", Optional.of(START.plusSeconds(50)), Optional.empty()));
            await(workbench);

            // Even numbers are right until 50, odd ones from 50 on.
            assertEquals(Map.of(Outcome.VALID, 50L, Outcome.INVALID, 50L), counts(workbench));
            EventSummary late = workbench.events().older(EventFilter.ALL, 100, 1).getFirst();
            assertTrue(late.verdict().reason().contains("“old”, which ended on 2026-11-20 12:00 UTC"),
                    late.verdict().reason());
        }
    }

    @Test
    void otherSourcesAndChangesThatVerdictsDoNotDependOn_areLeftAlone() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            Source campaign = workbench.sources().find("Campaign").orElseThrow();
            fill(workbench, campaign, 3);
            setSecrets(workbench, SECRET);
            await(workbench);
            workbench.sources().replace(cmp(workbench).withName("Other").withPath("/other"));

            // The note of what is to be judged is made before a source is saved.
            assertEquals(List.of(), workbench.events().verdicts().unfinished());
            assertEquals(Map.of(Outcome.UNCHECKED, 3L), counts(workbench));
        }
    }

    @Test
    void cancel_leavesTheRestAsItWas() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            fill(workbench, cmp(workbench), 1_000);
            Rejudging rejudging = workbench.rejudging();
            CompletableFuture<Void> cancelled = new CompletableFuture<>();
            rejudging.onProgress(() -> {
                if (rejudging.progress().filter(progress -> progress.done() > 0).isPresent()) {
                    try {
                        rejudging.cancel(cmp(workbench).id());
                        cancelled.complete(null);
                    } catch (Problem e) {
                        cancelled.completeExceptionally(e);
                    }
                }
            });

            setSecrets(workbench, SECRET);
            cancelled.get(20, TimeUnit.SECONDS);
            await(workbench);

            Map<Outcome, Long> counts = counts(workbench);
            assertEquals(1_000, counts.values().stream().mapToLong(Long::longValue).sum());
            assertTrue(counts.getOrDefault(Outcome.UNCHECKED, 0L) >= 600, counts.toString());
            assertEquals(counts.getOrDefault(Outcome.UNCHECKED, 0L), counted(workbench, Outcome.UNCHECKED));
            assertEquals(List.of(), workbench.events().verdicts().unfinished());
        }
    }

    @Test
    void closing_inTheMidst_isTakenUpWhenItListensAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (Workbench workbench = Workbench.open(folder)) {
            fill(workbench, cmp(workbench), 2_000);
            workbench.rejudging().onProgress(() -> workbench.rejudging().progress()
                    .filter(progress -> progress.done() > 0).ifPresent(_ -> begun.countDown()));
            setSecrets(workbench, SECRET);
            assertTrue(begun.await(20, TimeUnit.SECONDS));
        }
        try (Workbench workbench = Workbench.open(folder)) {
            assertTrue(counted(workbench, Outcome.UNCHECKED) > 0);
            assertTrue(counted(workbench, Outcome.UNCHECKED) < 2_000);
            workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            await(workbench);
            assertEquals(Map.of(Outcome.VALID, 1_000L, Outcome.INVALID, 1_000L), counts(workbench));
        }
    }

    @Test
    void aNewerChange_supersedesOneUnderWay() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            fill(workbench, cmp(workbench), 1_000);
            for (String text : List.of("a", "b", "wrong", "c")) {
                setSecrets(workbench, new Secret("s", text));
            }
            setSecrets(workbench, new Secret("last", "wrong"));
            await(workbench);

            assertEquals(Map.of(Outcome.VALID, 500L, Outcome.INVALID, 500L), counts(workbench));
            assertEquals("Callback-Secret matches secret “last”.",
                    workbench.events().find(2).orElseThrow().summary().verdict().reason());
        }
    }

    @Test
    void captureGoesOnMeanwhile_andNoEventKeepsAVerdictOfBefore() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Source source = cmp(bench.workbench);
            fill(bench.workbench, source, 1_000);
            List<Thread> senders = IntStream.range(0, 8).mapToObj(_ -> Thread.startVirtualThread(() -> {
                for (int i = 0; i < 25; i++) {
                    try {
                        assertEquals(200, bench.post(source.path(), new byte[]{'{', '}'}, "Callback-Secret", "right")
                                .statusCode());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            })).toList();
            for (int i = 0; i < 5; i++) {
                setSecrets(bench.workbench, new Secret("try " + i, "right"));
            }
            for (Thread sender : senders) {
                sender.join();
            }

            eventually(() -> {
                try {
                    await(bench.workbench);
                    return bench.workbench.events().newer(EventFilter.ALL, 0, 2_000).stream()
                            .noneMatch(event -> event.verdict().outcome() == Outcome.VALID
                                    && !event.verdict().reason().contains("“try 4”"));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertEquals(Map.of(Outcome.VALID, 700L, Outcome.INVALID, 500L), counts(bench.workbench));
        }
    }

    @Test
    @Tag("long")
    void aHundredThousandEvents_areJudgedWhileOthersAreCaptured() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Source source = cmp(bench.workbench);
            fill(bench.workbench, source, 100_000);
            long start = System.nanoTime();
            setSecrets(bench.workbench, SECRET);
            long slowest = 0;
            int captured = 0;
            while (bench.workbench.rejudging().progress().isPresent()) {
                long sent = System.nanoTime();
                assertEquals(200, bench.post(source.path(), new byte[]{'{', '}'}, "Callback-Secret", "right")
                        .statusCode());
                slowest = Math.max(slowest, System.nanoTime() - sent);
                captured++;
            }
            await(bench.workbench);
            System.out.printf("100,000 events judged again in %.1f s; %d captured meanwhile, the slowest in %d ms%n",
                    (System.nanoTime() - start) / 1e9, captured, slowest / 1_000_000);

            assertEquals(Map.of(Outcome.VALID, 50_000L + captured, Outcome.INVALID, 50_000L),
                    counts(bench.workbench));
            assertEquals(50_000, counted(bench.workbench, Outcome.INVALID));
        }
    }
}
