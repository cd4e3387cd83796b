package dev.hookglass.workbench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.event.Answer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.Forward;
import dev.hookglass.source.Source;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.store.ForwardRetry;
import dev.hookglass.target.Target;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardingIT {
    @TempDir
    private Path folder;
    private Bench bench;

    @BeforeEach
    void open() throws Problem {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws Problem {
        bench.close();
    }

    private Target forward(String url, boolean answers, boolean retries) throws Problem {
        Target target = bench.workbench.targets().find("app").isPresent()
                ? bench.workbench.targets().replace(bench.workbench.targets().find("app").get().withUrl(url))
                : bench.workbench.targets().add(Target.draft("app", url));
        Source source = bench.workbench.sources().find("CMP").orElseThrow();
        bench.workbench.sources()
                .replace(source.withForward(Optional.of(new Forward(target.id(), answers, retries))));
        return target;
    }

    private HttpResponse<String> post(int number) throws Exception {
        return bench.post("/optimizely/cmp", ("body " + number).getBytes(StandardCharsets.UTF_8), "X-Own", "kept");
    }

    private static String body(Bytes request) {
        String text = request.latin1();
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void eachEventIsPassedOnAsItWas_andOthersAreNot() throws Exception {
        try (RecordingServer target = RecordingServer.answering(500)) {
            post(0);
            forward(target.url("/in").toString(), false, false);
            bench.post("/other", new byte[]{1});
            assertEquals(200, post(1).statusCode());
            Bytes request = target.take();
            assertTrue(request.latin1().startsWith("POST /in HTTP/1.1\r\nHost: 127.0.0.1:" + target.port() + "\r\n"));
            assertTrue(request.latin1().contains("\r\nX-Own: kept\r\n"), request.latin1());
            assertEquals("body 1", body(request));
            EventSummary event = bench.newest();
            await().until(() -> !bench.workbench.events().attempts().ofEvent(event.id()).isEmpty());
            List<Attempt> attempts = bench.workbench.events().attempts().ofEvent(event.id());
            assertEquals(1, attempts.size());
            assertEquals(500, attempts.getFirst().outcome().status());
            assertEquals(0, target.waiting());
        }
    }

    @Test
    void aTargetThatDoesNotAnswer_holdsNobodyUp_andARestartGoesOn() throws Exception {
        try (RecordingServer silent = new RecordingServer(new RecordingServer.Reply.AnswerAndStay(Bytes.EMPTY))) {
            forward(silent.url("/").toString(), false, false);
            Instant start = Instant.now();
            for (int i = 0; i < 30; i++) {
                assertEquals(200, post(i).statusCode());
            }
            assertTrue(Duration.between(start, Instant.now()).toSeconds() < 5);
            silent.take();
            // Before the target is gone: events that could not be sent would have been passed on, without success.
            bench.close();
        }
        try (RecordingServer target = RecordingServer.answering(200)) {
            // Before it listens, and goes on.
            try (Workbench closed = Workbench.open(folder)) {
                closed.targets().replace(closed.targets().all().getFirst().withUrl(target.url("/").toString()));
            }
            bench = new Bench(folder);
            Set<String> bodies = new HashSet<>();
            while (bodies.size() < 30) {
                bodies.add(body(target.take()));
            }
            assertTrue(bodies.contains("body 29"));
        }
    }

    @Test
    void theSenderIsAnsweredWithWhatTheTargetAnswers() throws Exception {
        try (RecordingServer target = new RecordingServer(RecordingServer.answer(
                "HTTP/1.1 418 I'm a teapot\r\nX-Tea: green\r\nContent-Length: 3\r\n\r\ntea"))) {
            forward(target.url("/").toString(), true, false);
            HttpResponse<String> response = post(1);
            assertEquals(418, response.statusCode());
            assertEquals("tea", response.body());
            assertEquals("green", response.headers().firstValue("X-Tea").orElse(""));
            await().until(() -> bench.newest().answer().filter(answer -> answer.status() == 418).isPresent());
        }
    }

    @Test
    void theSourcesOwnRuleAnswers_whereTheTargetFailsOrTakesTooLong() throws Exception {
        try (RecordingServer silent = new RecordingServer(new RecordingServer.Reply.AnswerAndStay(Bytes.EMPTY))) {
            forward("http://127.0.0.1:1/", true, false);
            assertEquals(200, post(1).statusCode());
            Target target = forward(silent.url("/").toString(), true, false);
            bench.workbench.sources().add(Source.draft("Slack", "slack", "/slack")
                    .withForward(Optional.of(new Forward(target.id(), true, false))));
            Instant start = Instant.now();
            assertEquals(200, bench.post("/slack", "{}".getBytes(StandardCharsets.UTF_8)).statusCode());
            long millis = Duration.between(start, Instant.now()).toMillis();
            assertTrue(millis >= 1_900 && millis < 3_000, "after " + millis + " ms");
        }
    }

    @Test
    void whatIsNotAcknowledged_isToBeSentAgainAsTheProviderWould() throws Exception {
        try (RecordingServer target = RecordingServer.answering(204)) {
            forward(target.url("/").toString(), false, true);
            post(1);
            int source = bench.newest().sourceId();
            await().until(() -> !bench.workbench.events().forwards().next(source, 10).isEmpty());
            ForwardRetry retry = bench.workbench.events().forwards().next(source, 10).getFirst();
            assertEquals(bench.newest().id(), retry.eventId());
            assertEquals(Duration.ofMinutes(1), Duration.between(retry.firstAt(), retry.dueAt()));
        }
    }

    @Test
    void whatIsDue_isSentAgain_untilItIsAcknowledged() throws Exception {
        try (RecordingServer target = new RecordingServer(
                RecordingServer.answer("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 202 Yes\r\nContent-Length: 0\r\n\r\n"))) {
            forward(target.url("/").toString(), false, true);
            post(1);
            EventSummary event = bench.newest();
            await().until(() -> !bench.workbench.events().forwards().next(event.sourceId(), 1).isEmpty());
            ForwardRetry retry = bench.workbench.events().forwards().next(event.sourceId(), 1).getFirst();
            // As if the pause were over.
            bench.workbench.events().forwards().again(new ForwardRetry(retry.eventId(), retry.sourceId(),
                    retry.lastAttempt(), retry.firstAt(), retry.firstAt()));
            post(2);
            await().until(() -> bench.workbench.events().attempts().ofEvent(event.id()).size() == 2);
            List<Attempt> attempts = bench.workbench.events().attempts().ofEvent(event.id());
            assertEquals(List.of(2, 1), attempts.stream().map(Attempt::number).toList());
            assertEquals(attempts.get(0).deliveryId(), attempts.get(1).deliveryId());
            await().until(() -> bench.workbench.events().forwards().next(event.sourceId(), 9).stream()
                    .noneMatch(again -> again.eventId() == event.id()));
        }
    }

    @Test
    void whatIsImported_isNotPassedOn() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            forward(target.url("/").toString(), false, false);
            post(1);
            target.take();
            CapturedEvent event = bench.newestWhole();
            EventSummary known = event.summary();
            CompletableFuture<EventSummary> imported = new CompletableFuture<>();
            bench.workbench.events()
                    .append(new Capture(known.receivedAt().minusSeconds(3_600), known.sourceId(), known.provider(),
                            known.remote(), known.type(), known.items(), known.key(), known.verdict(), known.status(),
                            event.head(), event.body()), new AppendCallback() {
                                @Override
                                public void stored(EventSummary stored) {
                                    imported.complete(stored);
                                }

                                @Override
                                public void failed(Problem problem) {
                                    imported.completeExceptionally(problem);
                                }
                            });
            long id = imported.get(10, TimeUnit.SECONDS).id();
            post(2);
            assertEquals("body 2", body(target.take()));
            long last = bench.newest().id();
            await().until(() -> !bench.workbench.events().attempts().ofEvent(last).isEmpty());
            assertEquals(List.of(), bench.workbench.events().attempts().ofEvent(id));
        }
    }

    @Test
    void whatIsImportedThatCameAMomentAgo_isNotPassedOnEither() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            forward(target.url("/").toString(), false, false);
            Path file = folder.resolve("events.jsonl");
            Files.writeString(file,
                    """
                            {"id":1,"receivedAt":"%s","method":"POST","target":"/optimizely/cmp","headers":[["Host","a"]],"body":"old"}
                            """
                            .formatted(Instant.now()));
            assertEquals(new Imported.Events(1), bench.workbench.importing().importAny(file, false, _ -> {}));
            EventSummary imported = bench.newest();
            assertEquals(Answer.Outcome.ELSEWHERE, imported.answer().orElseThrow().outcome());

            post(2);
            assertEquals("body 2", body(target.take()));
            long last = bench.newest().id();
            await().until(() -> !bench.workbench.events().attempts().ofEvent(last).isEmpty());
            assertEquals(List.of(), bench.workbench.events().attempts().ofEvent(imported.id()));
        }
    }

    @Test
    void aTargetThatASourcePassesOnTo_isNotRemoved() throws Exception {
        Target target = forward("http://127.0.0.1:1/", false, false);
        Problem problem = assertThrows(Problem.class, () -> bench.workbench.removeTarget(target));
        assertTrue(problem.sentence().contains("“CMP” passes its events on"), problem.sentence());
    }
}
