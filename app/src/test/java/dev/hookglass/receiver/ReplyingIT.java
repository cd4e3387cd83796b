package dev.hookglass.receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Answer.Outcome;
import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies that come late or never, and what is told of them. */
class ReplyingIT {
    private static final String REQUEST = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
    private static final Duration MOMENT = Duration.ofMillis(150);

    @TempDir
    private Path folder;
    private final Recorder sink = new Recorder().waiting();
    private final Waiting waiting = new Waiting(2, Duration.ofSeconds(30));
    private Receiver receiver;

    @BeforeEach
    void startReceiver() {
        receiver = start(waiting);
    }

    private Receiver start(Waiting waiting) {
        try {
            ReceiverSettings impatient = new ReceiverSettings("127.0.0.1", 0, 1_000, Duration.ofSeconds(20))
                    .withDeadlines(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(50))
                    .withMostBytesHeld(1_000);
            return Receiver.start(impatient, folder, sink, waiting);
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private static Reply late(Duration delay) {
        return new Reply.Message(202, List.of(), Bytes.ofUtf8("late"), delay);
    }

    private CompletableFuture<Answer> reply(Reply reply) throws InterruptedException {
        CompletableFuture<Answer> told = new CompletableFuture<>();
        sink.unanswered().accept(reply, told::complete);
        return told;
    }

    private static Answer told(CompletableFuture<Answer> told) throws Exception {
        return told.get(20, TimeUnit.SECONDS);
    }

    @Test
    void anAnswer_isToldWithItsTime() throws Exception {
        try (RawClient client = new RawClient(receiver.port()).send(REQUEST)) {
            Answer answer = told(reply(Reply.of(204)));

            assertEquals(Outcome.ANSWERED, answer.outcome());
            assertEquals(204, answer.status());
            assertTrue(answer.after().orElseThrow().compareTo(Duration.ofSeconds(10)) < 0);
            assertEquals(204, client.answer().status());
        }
    }

    /** The sender's connection stays, longer than an idle one may, and goes on afterwards. */
    @Test
    void aDelayedAnswer_comesAfterItsDelayAndTheConnectionGoesOn() throws Exception {
        try (RawClient client = new RawClient(receiver.port()).send(REQUEST)) {
            long sent = System.nanoTime();
            CompletableFuture<Answer> told = reply(late(MOMENT));
            assertEquals(202, client.answer().status());
            assertTrue(System.nanoTime() - sent >= MOMENT.toNanos() * 9 / 10);
            assertTrue(told(told).after().orElseThrow().compareTo(MOMENT.multipliedBy(9).dividedBy(10)) >= 0);

            client.send(REQUEST);
            var _ = reply(Reply.of(200));
            assertEquals(200, client.answer().status());
        }
    }

    @Test
    void aRequestThatComesWhileTheOneBeforeWaits_isKeptAndAnsweredNext() throws Exception {
        try (RawClient client = new RawClient(receiver.port()).send(REQUEST)) {
            CompletableFuture<Answer> first = reply(late(MOMENT));
            client.send("POST /second HTTP/1.1\r\nX-Odd:  Case \r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
            assertEquals(202, client.answer().status());
            assertEquals(Outcome.ANSWERED, told(first).outcome());
            var _ = reply(Reply.of(200));
            assertEquals(200, client.answer().status());

            sink.request();
            ReceivedRequest second = sink.request();
            assertEquals("POST /second HTTP/1.1\r\nX-Odd:  Case \r\nHost: x\r\nContent-Length: 3\r\n\r\n",
                    second.head().latin1());
            assertEquals("abc", second.body().utf8());
        }
    }

    @Test
    void aDrop_closesWithoutAByte() throws Exception {
        try (RawClient client = new RawClient(receiver.port()).send(REQUEST)) {
            CompletableFuture<Answer> told = reply(new Reply.Drop(Duration.ZERO));

            assertTrue(client.isEnded());
            assertEquals(Outcome.DROPPED, told(told).outcome());
            assertEquals(0, told(told).status());
        }
        try (RawClient client = new RawClient(receiver.port()).send(REQUEST)) {
            CompletableFuture<Answer> told = reply(new Reply.Drop(MOMENT));

            assertTrue(client.isEnded());
            assertTrue(told(told).after().orElseThrow().compareTo(MOMENT.dividedBy(2)) > 0);
        }
    }

    @Test
    void aSenderThatGivesUp_isNoticed() throws Exception {
        RawClient impatient = new RawClient(receiver.port()).send(REQUEST);
        CompletableFuture<Answer> late = reply(late(Duration.ofSeconds(30)));
        impatient.close();
        assertEquals(Outcome.GONE, told(late).outcome());

        RawClient patient = new RawClient(receiver.port()).send(REQUEST);
        CompletableFuture<Answer> never = reply(new Reply.Silence());
        patient.reset();
        assertEquals(Outcome.NEVER, told(never).outcome());
        assertTrue(never.join().after().orElseThrow().compareTo(Duration.ofSeconds(20)) < 0);
    }

    @Test
    void silence_endsWhenTheReceiverLosesPatience() throws Exception {
        receiver.close();
        receiver = start(new Waiting(2, MOMENT));
        try (RawClient client = new RawClient(receiver.port()).send(REQUEST)) {
            CompletableFuture<Answer> told = reply(new Reply.Silence());
            client.send(REQUEST);

            assertTrue(client.isEnded());
            assertEquals(Outcome.NEVER, told(told).outcome());
        }
    }

    @Test
    void tooManyThatWait_areAnswered503() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        List<CompletableFuture<Answer>> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(new RawClient(receiver.port()).send(REQUEST));
            told.add(reply(i == 0 ? new Reply.Silence() : late(Duration.ofSeconds(30))));
            int most = Math.min(2, i + 1);
            await().until(() -> waiting.size() == most);
        }
        assertEquals(503, clients.get(2).answer().status());
        assertEquals(503, told(told.get(2)).status());
        assertFalse(told.get(0).isDone() || told.get(1).isDone());

        clients.get(0).close();
        await().until(told.get(0)::isDone);
        try (RawClient next = new RawClient(receiver.port()).send(REQUEST)) {
            var _ = reply(late(MOMENT));
            assertEquals(202, next.answer().status());
        }
        close(clients);
    }

    private static void close(List<RawClient> clients) throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void close_cutsThoseThatWait() throws Exception {
        try (RawClient first = new RawClient(receiver.port()).send(REQUEST);
                RawClient second = new RawClient(receiver.port()).send(REQUEST)) {
            CompletableFuture<Answer> never = reply(new Reply.Silence());
            CompletableFuture<Answer> late = reply(late(Duration.ofSeconds(30)));

            Receiver closing = receiver;
            receiver = start(Waiting.usual());
            assertTimeout(Duration.ofSeconds(4), closing::close);

            assertTrue(first.isEnded() && second.isEnded());
            assertEquals(Outcome.NEVER, told(never).outcome());
            assertEquals(Outcome.DROPPED, told(late).outcome());
        }
    }
}
