package dev.hookglass.delivery;

import static dev.hookglass.delivery.RecordingServer.answer;
import static dev.hookglass.delivery.RecordingServer.answerAndClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.delivery.RecordingServer.Reply;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a target's answer. */
class SenderAnswerIT {
    private static final SenderLimits SMALL = new SenderLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 1_000);

    @Test
    void answerIsKeptAsSent() throws Exception {
        Answered answered = answerTo("POST",
                answer("HTTP/1.1 418 I'm a teapot\r\nx-B: \u00e9\u0080\r\nSet-Cookie: a=b\r\n"
                        + "X-b: 2\r\nContent-Encoding: gzip\r\ncontent-length: 3\r\n\r\n\u001f\u008b\u00ff"));

        assertEquals(418, answered.status());
        assertEquals("I'm a teapot", answered.reasonPhrase());
        assertEquals(List.of(new Header("x-B", "\u00e9\u0080"), new Header("Set-Cookie", "a=b"), new Header("X-b", "2"),
                new Header("Content-Encoding", "gzip"), new Header("content-length", "3")), answered.headers());
        assertEquals(Bytes.ofLatin1("\u001f\u008b\u00ff"), answered.body());
        assertFalse(answered.truncated());
    }

    @Test
    void chunkedAnswerIsReadWithoutItsChunks() throws Exception {
        String wire = String.join("\r\n", "HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "3", "abc", "2;x=y",
                "de",
                "0", "T: v", "", "");
        assertEquals("abcde", answerTo("POST", answer(wire)).body().latin1());
    }

    @Test
    void answerWithoutALengthEndsWithTheConnection() throws Exception {
        assertEquals("abc", answerTo("POST", answerAndClose("HTTP/1.0 200\r\n\r\nabc")).body().latin1());
    }

    @Test
    void interimAnswersArePassedOver() throws Exception {
        String wire = String.join("\r\n", "HTTP/1.1 100 Continue", "", "HTTP/1.1 103 Early Hints", "Link: x", "",
                "HTTP/1.1 202 Accepted", "Content-Length: 0", "", "");
        assertEquals(202, answerTo("POST", answer(wire)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n"})
    void answersThatHaveNoBodyAreNotWaitedFor(String wire) throws Exception {
        assertEquals(Bytes.EMPTY, answerTo("POST", answer(wire)).body());
    }

    @Test
    void answerToHeadHasNoBody() throws Exception {
        assertEquals(Bytes.EMPTY, answerTo("HEAD", answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) throws Exception {
        try (RecordingServer elsewhere = RecordingServer.answering(200)) {
            Answered answered = answerTo("POST", answer("HTTP/1.1 " + status + " Moved\r\nLocation: "
                    + elsewhere.url("/") + "\r\nContent-Length: 0\r\n\r\n"));
            assertEquals(status, answered.status());
            assertEquals(0, elsewhere.connections());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 429, 503})
    void nothingIsTriedTwice(int status) throws Exception {
        try (RecordingServer server = new RecordingServer(answer("HTTP/1.1 " + status + " No\r\nRetry-After: 0\r\n"
                + "WWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"));
                Sender sender = new Sender(SMALL, Permissions.NONE)) {
            assertEquals(status, assertInstanceOf(Answered.class, sender.send(post(server))).status());
            server.take();
            assertEquals(0, server.waiting());
        }
    }

    @Test
    void cookiesAreNotSentBack() throws Exception {
        try (RecordingServer server = new RecordingServer(
                answer("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"));
                Sender sender = new Sender(SMALL, Permissions.NONE)) {
            sender.send(post(server));
            sender.send(post(server));
            assertEquals(server.take(), server.take());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1_000, 1_001, 5_000_000})
    void answerIsKeptUpToTheLimit(int size) throws Exception {
        Answered answered = answerTo("POST",
                answer("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n" + "x".repeat(size)));
        assertEquals(Math.min(size, 1_000), answered.body().size());
        assertEquals(size > 1_000, answered.truncated());
    }

    @Test
    void endlessAnswerIsCutAtTheLimit() throws Exception {
        Answered answered = answerTo("POST",
                new Reply.AnswerAndStay(Bytes.ofLatin1("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2_000))));
        assertTrue(answered.truncated());
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        try (RecordingServer server = RecordingServer.answering(200);
                Sender sender = new Sender(SMALL, Permissions.NONE)) {
            for (int i = 0; i < 20; i++) {
                assertInstanceOf(Answered.class, sender.send(post(server)));
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void connectionThatTheTargetClosedUnannouncedIsNotUsedAgain() throws Exception {
        try (RecordingServer server = new RecordingServer(
                answerAndClose("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                Sender sender = new Sender(SMALL, Permissions.NONE)) {
            for (int i = 0; i < 20; i++) {
                assertInstanceOf(Answered.class, sender.send(post(server)));
            }
            assertEquals(20, server.connections());
        }
    }

    @Test
    void requestsOfManyThreadsDoNotMix() throws Exception {
        try (RecordingServer server = new RecordingServer(answer("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
                Sender sender = new Sender(SenderLimits.DEFAULT, Permissions.NONE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> sent = IntStream.range(0, 300)
                    .mapToObj(i -> threads.submit(() -> sender.send(new OutboundRequest("POST", server.url("/" + i),
                            List.of(), Bytes.ofUtf8("body " + i)))))
                    .toList();
            for (Future<Outcome> outcome : sent) {
                assertInstanceOf(Answered.class, outcome.get());
            }
            for (int i = 0; i < 300; i++) {
                String request = server.take().latin1();
                String path = request.substring("POST /".length(), request.indexOf(" HTTP"));
                assertTrue(request.endsWith("\r\n\r\nbody " + path), request);
            }
            assertTrue(server.connections() <= Sender.CONNECTIONS_PER_TARGET);
        }
    }

    private static Answered answerTo(String method, Reply reply) throws Exception {
        try (RecordingServer server = new RecordingServer(reply); Sender sender = new Sender(SMALL, Permissions.NONE)) {
            OutboundRequest request = new OutboundRequest(method, server.url("/"), List.of(), Bytes.EMPTY);
            return assertInstanceOf(Answered.class, sender.send(request));
        }
    }

    private static OutboundRequest post(RecordingServer server) {
        return new OutboundRequest("POST", server.url("/"), List.of(), Bytes.EMPTY);
    }
}
