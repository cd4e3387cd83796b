package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Permissions;
import dev.hookglass.delivery.PolicyDelivery;
import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.delivery.RetrySchedule;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.SenderLimits;
import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Acknowledgement;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Retry;
import dev.hookglass.provider.Retry.Backoff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events delivered with the patience of their providers. */
class PolicyIT {
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

    @Test
    void policy_triesUntilAcknowledged_andItsTimesAreTheSchedules() throws Exception {
        Acknowledgement acknowledgement = new Acknowledgement(List.of(200, 202), Optional.of(Duration.ofMillis(200)));
        RetrySchedule schedule = RetrySchedule
                .of(new Retry(Backoff.EXPONENTIAL, Optional.of(Duration.ofMinutes(1)),
                        Optional.of(Duration.ofDays(3))));
        try (RecordingServer target = new RecordingServer(
                // Down, wrong, silent, and then right.
                new RecordingServer.Reply.AnswerAndClose(Bytes.EMPTY),
                RecordingServer.answer("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 204 Not quite\r\n\r\n"),
                new RecordingServer.Reply.AnswerAndStay(Bytes.EMPTY),
                RecordingServer.answer("HTTP/1.1 202 Yes\r\nContent-Length: 0\r\n\r\n"));
                Sender sender = new Sender(
                        new SenderLimits(Duration.ofSeconds(5), Duration.ofMillis(700), 1_000), Permissions.NONE)) {
            List<PolicyDelivery.Step> steps = new ArrayList<>();
            boolean acknowledged = new PolicyDelivery(bench.workbench.deliveries().with(sender), acknowledgement,
                    schedule, 100_000).run(() -> request(target), OptionalLong.empty(), steps::add);

            assertTrue(acknowledged);
            assertEquals(List.of(0L, 1L, 3L, 7L, 15L), steps.stream().map(step -> step.after().toMinutes()).toList());
            assertEquals(List.of(false, false, false, false, true),
                    steps.stream().map(PolicyDelivery.Step::acknowledged).toList());
            assertEquals(List.of(1, 2, 3, 4, 5), steps.stream().map(step -> step.attempt().number()).toList());
            assertEquals(1, steps.stream().map(step -> step.attempt().deliveryId()).distinct().count());
        }
    }

    /** What CMP and Campaign document, but for how long they wait for an answer, which would take minutes. */
    @ParameterizedTest
    @CsvSource({"optimizely-cmp, 202, 0 60 180 420", "optimizely-campaign, 200, 0 10 20 30"})
    void optimizelysPolicies_throughAnEndpointThatIsDownSlowWrongAndThenRight(String id, int status, String seconds)
            throws Exception {
        Provider provider = bench.workbench.providers().find(id).orElseThrow();
        Acknowledgement acknowledgement = new Acknowledgement(provider.acknowledgement().statuses(),
                Optional.of(Duration.ofMillis(200)));
        try (RecordingServer target = new RecordingServer(
                new RecordingServer.Reply.AnswerAndClose(Bytes.EMPTY),
                new RecordingServer.Reply.AnswerAndStay(Bytes.EMPTY),
                RecordingServer.answer("HTTP/1.1 204 Wrong\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 " + status + " Right\r\nContent-Length: 0\r\n\r\n"));
                Sender sender = new Sender(
                        new SenderLimits(Duration.ofSeconds(5), Duration.ofMillis(700), 1_000), Permissions.NONE)) {
            List<PolicyDelivery.Step> steps = new ArrayList<>();
            assertTrue(new PolicyDelivery(bench.workbench.deliveries().with(sender), acknowledgement,
                    RetrySchedule.of(provider), 100_000)
                    .run(() -> request(target), OptionalLong.empty(), steps::add));
            assertEquals(seconds, steps.stream().map(step -> Long.toString(step.after().toSeconds()))
                    .collect(Collectors.joining(" ")));
            assertEquals(List.of(0, 0, 204, status),
                    steps.stream().map(step -> step.attempt().outcome().status()).toList());
            assertEquals(Duration.ofDays(3), RetrySchedule.of(provider).lasting());
        }
    }

    @Test
    void policy_givesUpWhenItsTimeIsOver() throws Exception {
        RetrySchedule schedule = RetrySchedule
                .of(new Retry(Backoff.FIXED, Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofSeconds(45))));
        try (RecordingServer target = RecordingServer.answering(503)) {
            List<PolicyDelivery.Step> steps = new ArrayList<>();
            assertFalse(new PolicyDelivery(bench.workbench.deliveries(),
                    new Acknowledgement(List.of(200), Optional.empty()), schedule, 100_000)
                    .run(() -> request(target), OptionalLong.empty(), steps::add));
            assertEquals(List.of(0L, 10L, 20L, 30L, 40L),
                    steps.stream().map(step -> step.after().toSeconds()).toList());
        }
    }

    private static OutboundRequest request(RecordingServer target) {
        return new OutboundRequest("POST", target.url("/"), List.of(), Bytes.ofUtf8("{}"));
    }
}
