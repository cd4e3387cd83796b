package dev.hookglass.delivery;

import static dev.hookglass.delivery.RecordingServer.answer;
import static dev.hookglass.delivery.RecordingServer.answerAndClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Outcome.Failed;
import dev.hookglass.delivery.RecordingServer.Reply;
import dev.hookglass.event.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when there is no answer. */
class SenderFailureIT {
    private static final SenderLimits IMPATIENT = new SenderLimits(Duration.ofMillis(500), Duration.ofMillis(1500),
            1_000);

    @Test
    void refusedConnection() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        assertEquals("Nothing listens at localhost:" + port
                + ": the connection was refused; check the port and that the target runs.",
                failure("http://localhost:" + port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.invalid", "a..b", ".", "0x", "999.999.999.999"})
    void unknownHost(String host) {
        assertEquals("No host named " + host + " was found; check its spelling.", failure("http://" + host + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://169.254.169.254/latest/meta-data/",
            "http://2852039166/",
            "http://169.254.43518/",
            "http://[::ffff:169.254.169.254]/",
            "http://[::ffff:a9fe:a9fe]/",
            "http://[64:ff9b::a9fe:a9fe]/",
            "http://[2002:a9fe:a9fe::]/",
            "https://[fd00:ec2::254]/",
            "http://[fe80::1]/",
            "http://0.0.0.0:8080/",
            "http://[::]/",
            "http://224.0.0.1/"})
    void addressesThatNothingIsSentTo(String url) {
        String reason = failure(url);
        assertTrue(reason.endsWith("; nothing is sent there."), reason);
    }

    /** Java leaves these to the system, which reads them as that address or not at all. */
    @ParameterizedTest
    @ValueSource(strings = {"http://0xa9fea9fe/", "http://0xa9.0xfe.0xa9.0xfe/", "http://0251.0376.0251.0376/"})
    void otherSpellingsOfAMetadataAddressLeadNowhere(String url) {
        String reason = failure(url);
        assertTrue(reason.endsWith("; nothing is sent there.") || reason.endsWith("; check its spelling."), reason);
    }

    /** Addresses for documentation (RFC 5737, 3849): whether a connection could be made is not tried. */
    @ParameterizedTest
    @ValueSource(strings = {"http://203.0.113.7/", "http://[2001:db8::1]/", "http://[::ffff:203.0.113.7]/"})
    void theInternetIsAskedFor(String url) {
        String reason = failure(url);
        assertTrue(reason.endsWith("and nothing is sent there before you have allowed it."), reason);
    }

    @Test
    void noAnswerInTime() throws Exception {
        String reason = failure(IMPATIENT, new Reply.AnswerAndStay(Bytes.EMPTY));
        assertTrue(reason.endsWith(" did not answer within 1500 ms."), reason);
    }

    @Test
    void answerThatDoesNotEndInTime() throws Exception {
        String reason = failure(IMPATIENT,
                new Reply.AnswerAndStay(Bytes.ofLatin1("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")));
        assertTrue(reason.endsWith(" answered 200, but did not finish its answer within 1500 ms."), reason);
    }

    @Test
    void tlsHandshakeThatDoesNotEndInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String reason = failure(IMPATIENT, "https://127.0.0.1:" + silent.getLocalPort());
            assertTrue(reason.endsWith(" did not accept a connection within 500 ms."), reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "SSH-2.0-OpenSSH_9.2\r\n",
            "\u0015\u0003\u0001\0\u0002\u0002P",
            "HTTP/2 200\r\n\r\n",
            "HTTP/1.1 abc\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
            "<html></html>"})
    void answerThatIsNotHttp(String wire) throws Exception {
        String reason = failure(answerAndClose(wire));
        assertTrue(reason.contains(" did not answer with HTTP; if it expects TLS, try https://"), reason);
    }

    @Test
    void closedWithoutAnAnswer() throws Exception {
        String reason = failure(answerAndClose(""));
        assertTrue(reason.endsWith(" closed the connection without an answer."), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"})
    void brokenOffAnswer(String wire) throws Exception {
        String reason = failure(answerAndClose(wire));
        assertTrue(reason.endsWith(" answered 200, but broke off in the middle of its answer."), reason);
    }

    @Test
    void headersWithoutEnd() throws Exception {
        String reason = failure(answer("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(2_000)));
        assertTrue(reason.endsWith(" answered with headers that are too large."), reason);
    }

    @Test
    void interruptEndsAnExchangeAtOnce() throws Exception {
        interruptEndsAnExchangeOf(Thread.ofVirtual());
        interruptEndsAnExchangeOf(Thread.ofPlatform());
    }

    private static void interruptEndsAnExchangeOf(Thread.Builder threads) throws Exception {
        try (RecordingServer server = new RecordingServer(new Reply.AnswerAndStay(Bytes.EMPTY));
                Sender sender = new Sender()) {
            Callable<Outcome> sending = () -> {
                Outcome outcome = sender.send(post(server.url("/").toString()));
                assertTrue(Thread.currentThread().isInterrupted());
                return outcome;
            };
            FutureTask<Outcome> task = new FutureTask<>(sending);
            Thread caller = threads.start(task);
            server.take();
            caller.interrupt();
            Failed failed = assertInstanceOf(Failed.class, task.get(5, TimeUnit.SECONDS));
            assertEquals("Sending was cancelled; the target may have received the request.", failed.reason());
        }
    }

    @Test
    void closingTheSenderEndsAnExchange() throws Exception {
        Sender sender = new Sender();
        try (RecordingServer server = new RecordingServer(new Reply.AnswerAndStay(Bytes.EMPTY))) {
            FutureTask<Outcome> task = new FutureTask<>(() -> sender.send(post(server.url("/").toString())));
            Thread.ofVirtual().start(task);
            server.take();
            sender.close();
            Failed failed = assertInstanceOf(Failed.class, task.get(5, TimeUnit.SECONDS));
            assertEquals("Sending was cancelled, since Hookglass was closed.", failed.reason());
        }
    }

    private static String failure(Reply reply) throws IOException {
        return failure(SenderLimits.DEFAULT, reply);
    }

    private static String failure(SenderLimits limits, Reply reply) throws IOException {
        try (RecordingServer server = new RecordingServer(reply)) {
            return failure(limits, server.url("/").toString());
        }
    }

    private static String failure(String url) {
        return failure(SenderLimits.DEFAULT, url);
    }

    private static String failure(SenderLimits limits, String url) {
        try (Sender sender = new Sender(limits, Permissions.NONE)) {
            return assertInstanceOf(Failed.class, sender.send(post(url))).reason();
        }
    }

    private static OutboundRequest post(String url) {
        return new OutboundRequest("POST", TargetUrl.of(url), List.of(), Bytes.ofUtf8("{}"));
    }
}
