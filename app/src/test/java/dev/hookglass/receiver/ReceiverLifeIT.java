package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.awaitility.Awaitility.await;

import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.problem.Problem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping and deadlines. */
class ReceiverLifeIT extends WithReceiver {
    private static String problem(String bind, int port) {
        return assertThrows(Problem.class,
                () -> Receiver.start(ReceiverSettings.at(bind, port), Path.of("unused"), new Recorder()).close())
                .sentence();
    }

    @Test
    void start_onAPortThatIsTaken_isAProblem() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String sentence = problem("127.0.0.1", taken.getLocalPort());

            assertTrue(sentence.contains("Port " + taken.getLocalPort() + " is already in use"), sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "no such host", "host.invalid"})
    void start_atAnAddressOfAnotherMachine_isAProblem(String bind) {
        String sentence = problem(bind, 0);

        assertTrue(sentence.contains("“" + bind + "” is not an address of this machine"), sentence);
    }

    @Test
    void close_freesThePort() throws Exception {
        Receiver first = start(ReceiverSettings.at("127.0.0.1", 0));
        first.close();

        try (Receiver second = start(ReceiverSettings.at("127.0.0.1", first.port()));
                RawClient client = new RawClient(second.port())) {
            assertEquals(200, client.send(GOOD).answer().status());
        }
    }

    @Test
    void close_twice_returns() throws Exception {
        Receiver receiver = start(ReceiverSettings.at("127.0.0.1", 0));
        receiver.close();

        assertTimeoutPreemptively(LONG, receiver::close);
    }

    @Test
    void close_withAnIdleConnection_isQuick() throws Exception {
        Receiver receiver = start(ReceiverSettings.at("127.0.0.1", 0));
        try (RawClient client = new RawClient(receiver.port())) {
            client.send(GOOD).answer();
            assertTimeout(Duration.ofSeconds(4), receiver::close);
            assertTrue(client.isEnded());
        }
    }

    @Test
    void close_waitsForExchangesUnderWay() throws Exception {
        sink.waitingOnce();
        Receiver receiver = start(ReceiverSettings.at("127.0.0.1", 0));
        try (RawClient client = new RawClient(receiver.port())) {
            client.send(GOOD);
            Answering answer = sink.unanswered();
            Thread closing = Thread.startVirtualThread(receiver::close);
            // New requests are refused as soon as the closing has begun.
            await().atMost(Duration.ofSeconds(4)).until(() -> {
                try (RawClient late = new RawClient(receiver.port())) {
                    return late.send(GOOD).answer().status() == 503;
                }
            });
            answer.accept(Reply.of(202));
            assertEquals(202, client.answer().status());
            closing.join();
        }
    }

    @Test
    void aRequestThatTakesTooLong_isCutOffAndTold() throws Exception {
        ReceiverSettings hasty = new ReceiverSettings("127.0.0.1", 0, 1_000, Duration.ofMillis(300));
        Receiver receiver = start(hasty);
        try (RawClient client = new RawClient(receiver.port())) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");

            assertEquals(Reason.TIMED_OUT, sink.rejection().reason());
            assertTrue(client.isEnded());
            assertTrue(sink.isEmpty());
            // What was cut off is not waited for.
            assertTimeout(Duration.ofSeconds(4), receiver::close);
        }
    }

    @Test
    void aSenderThatWentAway_isNotWaitedFor() throws Exception {
        Receiver receiver = start(ReceiverSettings.at("127.0.0.1", 0));
        try (RawClient client = new RawClient(receiver.port())) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc").halfClose();
            assertEquals(Reason.INCOMPLETE, sink.rejection().reason());

            assertTimeout(Duration.ofSeconds(4), receiver::close);
        }
    }

    @Test
    void theDeadline_endsWithTheRequestAndNotWithTheAnswer() throws Exception {
        sink.waiting();
        ReceiverSettings hasty = new ReceiverSettings("127.0.0.1", 0, 1_000, Duration.ofMillis(100));
        try (Receiver receiver = start(hasty);
                RawClient client = new RawClient(receiver.port());
                RawClient slow = new RawClient(receiver.port())) {
            client.send(GOOD);
            Answering answer = sink.unanswered();
            slow.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
            assertEquals(Reason.TIMED_OUT, sink.rejection().reason());
            answer.accept(Reply.of(200));

            assertEquals(200, client.answer().status());
            assertFalse(sink.isEmpty());
        }
    }
}
