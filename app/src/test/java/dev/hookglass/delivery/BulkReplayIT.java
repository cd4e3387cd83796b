package dev.hookglass.delivery;

import static dev.hookglass.delivery.RecordingServer.answer;
import static dev.hookglass.delivery.RecordingServer.answerAndClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.StoredRequest;
import dev.hookglass.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many events over few connections, with targets that do not do as they should. */
class BulkReplayIT {
    private static final RecordingServer.Reply GOOD = answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<Attempt> recorded = new ArrayList<>();

    private BulkReplay replay(TargetUrl url, int events, int connections, Sender sender) {
        Deliveries deliveries = new Deliveries(sender, BulkReplayIT::attempts, InstantSource.system());
        List<ReplayPlan.Item> items = LongStream.rangeClosed(1, events)
                .mapToObj(id -> new ReplayPlan.Item(id, Instant.EPOCH, 4)).toList();
        return new BulkReplay(new ReplayPlan(items, new Order.AsReceived(), 1, new Pace.AsFastAsPossible(),
                connections), new BulkReplay.Preparation() {
                    @Override
                    public List<StoredRequest> read(List<Long> ids) {
                        return ids.stream().map(id -> new StoredRequest(id, 1, "github",
                                Bytes.ofLatin1("POST /x HTTP/1.1\r\nX-Number: " + id + "\r\n\r\n"),
                                Bytes.ofUtf8("body"))).toList();
                    }

                    @Override
                    public OutboundRequest prepare(StoredRequest event) {
                        return Replay.of(event, url).request();
                    }
                }, deliveries, recorded::addAll);
    }

    private static List<Attempt> attempts(List<Sent> sent) {
        return sent.stream().map(each -> new Attempt(1, 1, 1, each.at(), each.eventId(), each.request(),
                each.outcome())).toList();
    }

    private static Sender sender() {
        return new Sender(new SenderLimits(PATIENCE, PATIENCE, 1_000), Permissions.NONE);
    }

    @Test
    void events_shareAConnection() throws Exception {
        try (RecordingServer target = new RecordingServer(GOOD); Sender sender = sender()) {
            replay(target.url("/"), 1_000, 1, sender).run();
            assertEquals(1_000, recorded.stream().filter(attempt -> attempt.outcome().isSuccess()).count());
            assertEquals(LongStream.rangeClosed(1, 1_000).boxed().toList(),
                    recorded.stream().map(attempt -> attempt.eventId().orElseThrow()).toList());
            assertEquals(1, target.connections());
        }
    }

    @Test
    void aTargetThatClosesEachConnection_getsAnotherForEachEvent() throws Exception {
        try (RecordingServer target = new RecordingServer(
                answerAndClose("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
                Sender sender = sender()) {
            replay(target.url("/"), 20, 2, sender).run();
            assertEquals(20, recorded.stream().filter(attempt -> attempt.outcome().isSuccess()).count());
            assertEquals(20, target.connections());
        }
    }

    @Test
    void anAnswerThatDoesNotEnd_isGivenUpInTime_andTheNextIsSent() throws Exception {
        try (RecordingServer target = new RecordingServer(GOOD, GOOD, GOOD, GOOD,
                new RecordingServer.Reply.AnswerAndStay(
                        Bytes.ofLatin1("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")),
                GOOD); Sender sender = sender()) {
            replay(target.url("/"), 8, 1, sender).run();
            assertEquals(8, recorded.size());
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, recorded.get(4).outcome());
            assertTrue(failed.reason().contains("did not finish its answer within 1 s"), failed.reason());
            assertTrue(recorded.getLast().outcome().isSuccess());
        }
    }

    @Test
    void cancel_breaksOffWhatIsUnderWay_onAConnectionThatWasUsedBefore() throws Exception {
        try (RecordingServer target = new RecordingServer(GOOD, GOOD, GOOD, GOOD,
                new RecordingServer.Reply.AnswerAndStay(Bytes.EMPTY)); Sender sender = new Sender()) {
            BulkReplay replay = replay(target.url("/"), 100, 1, sender);
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> {
                try {
                    replay.run();
                } catch (Problem e) {
                    throw new AssertionError(e);
                }
            });
            for (int i = 0; i < 5; i++) {
                target.take();
            }
            replay.cancel();
            ended.get(5, TimeUnit.SECONDS);
            assertEquals(5, recorded.size());
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, recorded.getLast().outcome());
            assertTrue(failed.reason().startsWith("Sending was cancelled"), failed.reason());
        }
    }
}
