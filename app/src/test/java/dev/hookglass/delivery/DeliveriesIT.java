package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer.Reply;
import dev.hookglass.event.Bytes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeliveriesIT {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final AttemptLog LOG = sent -> sent.stream()
            .map(one -> new Attempt(7, 3, 1, one.at(), one.eventId(), one.request(), one.outcome()))
            .toList();

    @Test
    void deliver_sendsAndRecords() throws Exception {
        try (RecordingServer server = RecordingServer.answering(202); Sender sender = new Sender()) {
            OutboundRequest request = new OutboundRequest("POST", server.url("/x"), List.of(), Bytes.ofUtf8("{}"));

            Attempt attempt = new Deliveries(sender, LOG, CLOCK).deliver(request, OptionalLong.of(42));

            assertTrue(server.take().latin1().startsWith("POST /x "));
            assertEquals(202, assertInstanceOf(Outcome.Answered.class, attempt.outcome()).status());
            assertEquals(new Attempt(7, 3, 1, NOW, OptionalLong.of(42), request, attempt.outcome()), attempt);
        }
    }

    @Test
    void deliver_recordsACancelledAttemptOnAThreadThatIsNotInterrupted() throws Exception {
        AtomicBoolean interruptedWhileRecording = new AtomicBoolean(true);
        AttemptLog log = sent -> {
            interruptedWhileRecording.set(Thread.currentThread().isInterrupted());
            return LOG.record(sent);
        };
        try (RecordingServer server = new RecordingServer(new Reply.AnswerAndStay(Bytes.EMPTY));
                Sender sender = new Sender()) {
            OutboundRequest request = new OutboundRequest("POST", server.url("/"), List.of(), Bytes.EMPTY);
            FutureTask<Attempt> task = new FutureTask<>(() -> {
                Attempt attempt = new Deliveries(sender, log, CLOCK).deliver(request, OptionalLong.empty());
                assertTrue(Thread.currentThread().isInterrupted());
                return attempt;
            });
            Thread caller = Thread.ofVirtual().start(task);
            server.take();
            caller.interrupt();

            assertInstanceOf(Outcome.Failed.class, task.get(5, TimeUnit.SECONDS).outcome());
            assertFalse(interruptedWhileRecording.get());
        }
    }
}
