package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time and memory that requests may take. */
class LimitsIT extends WithReceiver {
    private static final Duration SHORT = Duration.ofMillis(300);

    private Receiver receiver(Duration deadline, Duration head, Duration idle, long held) throws Exception {
        return start(settings().withMaxBody(1_000).withDeadlines(deadline, head, idle).withMostBytesHeld(held));
    }

    @Test
    void aHeadThatTakesTooLong_isCutOffAndTold() throws Exception {
        try (Receiver receiver = receiver(LONG, SHORT, LONG, 1_000);
                RawClient client = new RawClient(receiver.port())) {
            client.send("GET / HTTP/1.1\r\nHo");
            Rejection rejection = sink.rejection();

            assertEquals(Reason.TIMED_OUT, rejection.reason());
            assertTrue(rejection.detail().contains("300 ms"), rejection.detail());
            assertEquals("GET / HTTP/1.1\\r\\nHo", rejection.firstText());
            assertTrue(client.isEnded());
        }
        assertTrue(sink.isEmpty());
    }

    @Test
    void aRequestThatUndertowWouldWaitFor_isCutOffAndTold() throws Exception {
        try (Receiver receiver = receiver(SHORT, LONG, LONG, 1_000);
                RawClient client = new RawClient(receiver.port())) {
            client.send("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab");

            sink.rejection();
            client.isEnded();
        }
        assertTrue(sink.isEmpty());
    }

    @Test
    void anIdleConnection_isClosedAndNoRejection() throws Exception {
        try (Receiver receiver = receiver(LONG, LONG, SHORT, 1_000);
                RawClient client = new RawClient(receiver.port())) {
            client.send(GOOD).answer();
            sink.request();

            assertTrue(client.isEnded());
        }
        assertTrue(sink.isEmpty());
    }

    @Test
    void aBodyThatThereIsNoRoomFor_isAskedToComeLater() throws Exception {
        sink.waitingOnce();
        try (Receiver receiver = receiver(LONG, LONG, LONG, 1_000);
                RawClient first = new RawClient(receiver.port());
                RawClient announced = new RawClient(receiver.port());
                RawClient chunked = new RawClient(receiver.port())) {
            first.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n" + "x".repeat(900));
            Answering answer = sink.unanswered();
            sink.request();
            announced.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 101\r\n\r\n");
            refusedAsBusy(announced);
            chunked.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" + "x".repeat(0x65));
            refusedAsBusy(chunked);

            answer.accept(Reply.of(200));
            assertEquals(200, first.answer().status());
            first.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1_000));
            assertEquals(200, first.answer().status());
            assertEquals(1_000, sink.request().body().size());
        }
        assertTrue(sink.isEmpty());
    }

    private void refusedAsBusy(RawClient client) throws Exception {
        RawClient.Answer answer = client.answer();
        assertEquals(503, answer.status());
        assertEquals(Optional.of("1"), answer.head().first("Retry-After"));
        assertEquals(Reason.BUSY, sink.rejection().reason());
        assertTrue(client.isEnded());
    }

    @Test
    void roomIsGivenBack_howeverARequestEnds() throws Exception {
        try (Receiver receiver = receiver(SHORT, LONG, LONG, 1_000)) {
            for (int i = 0; i < 3; i++) {
                try (RawClient late = new RawClient(receiver.port())) {
                    late.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
                    assertEquals(Reason.TIMED_OUT, sink.rejection().reason());
                }
                try (RawClient gone = new RawClient(receiver.port())) {
                    gone.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n").halfClose();
                    assertEquals(Reason.INCOMPLETE, sink.rejection().reason());
                }
                try (RawClient large = new RawClient(receiver.port())) {
                    large.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n"
                            + "x".repeat(1_001));
                    assertEquals(Reason.TOO_LARGE, sink.rejection().reason());
                }
            }
        }
    }
}
