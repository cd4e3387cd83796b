package dev.hookglass.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way by HTTP, for the three products. */
class CapturingIT {
    private static final byte[] TASK = "{\"event_name\":\"task_added\",\"data\":{}}".getBytes(UTF_8);
    private static final String BASIC = "Basic dXNlcjpwYXNz";

    @TempDir
    private Path folder;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder.resolve("data"));
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private Outcome judged(String path, byte[] body, String... headers) throws Exception {
        assertEquals(200, bench.post(path, body, headers).statusCode());
        return bench.newest().verdict().outcome();
    }

    @Test
    void cmp_isJudgedByItsSecret() throws Exception {
        String path = "/optimizely/cmp";
        assertEquals(Outcome.UNCHECKED, judged(path, TASK, "Callback-Secret", "any"));
        bench.setSecrets("CMP", "old one", "right-one");

        assertEquals(Outcome.VALID, judged(path, TASK, "Callback-Secret", "right-one"));
        assertTrue(bench.newest().verdict().reason().contains("secret 9"));
        assertEquals(Outcome.INVALID, judged(path, TASK, "Callback-Secret", "wrong-one"));
        assertEquals(Outcome.MISSING, judged(path, TASK));
        assertEquals(Outcome.MALFORMED, judged(path, TASK, "Callback-Secret", "a", "Callback-Secret", "b"));
        assertEquals("task_added", bench.newest().type());
        assertEquals(5, bench.newest().attempt());
    }

    @Test
    void campaign_isJudgedByWhatTheUserChose() throws Exception {
        String path = "/optimizely/campaign/hook?client=1";
        Provider campaign = bench.workbench.providers().find("optimizely-campaign").orElseThrow();
        Bytes batch = Samples.batch(campaign, campaign.event("bounce").orElseThrow(), 100, 1);
        assertEquals(Outcome.UNCHECKED, judged(path, batch.array()));
        assertEquals(100, bench.newest().items());
        bench.setSecrets("Campaign", "user:pass");

        assertEquals(Outcome.VALID, judged(path, batch.array(), "Authorization", BASIC));
        assertEquals(Outcome.INVALID, judged(path, batch.array(), "Authorization", "Basic dXNlcjpwYXNT"));
        assertEquals(Outcome.MALFORMED, judged(path, batch.array(), "Authorization", "Bearer x"));
        assertEquals(Outcome.MISSING, judged(path, batch.array()));

        bench.setSecrets("Campaign", "X-Key: a b");
        assertEquals(Outcome.VALID, judged(path, batch.array(), "X-Key", "a b"));
        assertEquals(Outcome.INVALID, judged(path, batch.array(), "X-Key", "a"));
        assertEquals(Outcome.MISSING, judged(path, batch.array(), "Authorization", BASIC));
        assertEquals(batch, bench.newestWhole().body());
    }

    @Test
    void experimentation_isJudgedByItsSignature() throws Exception {
        String path = "/optimizely/experimentation";
        byte[] body = ("{\"project_id\":42,\"timestamp\":42424242,\"event\":\"project.datafile_updated\",\"data\":{"
                + "\"revision\":101,\"origin_url\":\"origin.optimizely.com/datafiles/myDatafile\",\"cdn_url\":"
                + "\"cdn.optimizely.com/datafiles/myDatafile\",\"environment\":\"Production\"}}").getBytes(UTF_8);
        String signature = "sha1=e0199de63fb7192634f52136d4ceb7dc6f191da3";
        assertEquals(Outcome.UNCHECKED, judged(path, body, "X-Hub-Signature", signature));
        bench.setSecrets("Experimentation", "I am secret");

        assertEquals(Outcome.VALID, judged(path, body, "X-Hub-Signature", signature));
        assertEquals("project.datafile_updated", bench.newest().type());
        assertEquals(Outcome.INVALID, judged(path, TASK, "X-Hub-Signature", signature));
        assertEquals(Outcome.MISSING, judged(path, body));
        assertEquals(Outcome.MALFORMED, judged(path, body, "X-Hub-Signature", "sha256=00"));
    }

    @Test
    void whatNoSourceClaims_isInTheInbox() throws Exception {
        assertEquals(Outcome.UNSIGNED, judged("/elsewhere", TASK, "X-GitHub-Event", "push"));

        assertEquals("Inbox", bench.workbench.sources().nameOf(bench.newest().sourceId()));
        assertEquals("push", bench.newest().type());
    }

    @Test
    void anyBytes_areKeptToTheByte() throws Exception {
        byte[] random = new byte[3_000_000];
        new Random(5).nextBytes(random);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(TASK);
        }
        for (byte[] body : List.of(random, packed.toByteArray(), "Grüße".getBytes(ISO_8859_1), new byte[0])) {
            bench.post("/optimizely/cmp", body, "Content-Encoding", "gzip", "X-Trace", "1");
            CapturedEvent event = bench.newestWhole();
            assertEquals(Bytes.wrap(body), event.body());
            assertTrue(event.isIntact());
            assertEquals("1", event.request().first("x-trace").orElseThrow());
        }
    }

    @Test
    void secrets_areNowhereButInTheirFile() throws Exception {
        bench.setSecrets("CMP", "canary-of-the-mine");
        bench.post("/optimizely/cmp", TASK, "Callback-Secret", "wrong");

        assertFalse(bench.newest().toString().contains("canary"));
        assertFalse(bench.workbench.sources().all().toString().contains("canary"));
    }

    @Test
    void aReplay_reachesItsTargetAndIsKept() throws Exception {
        bench.post("/optimizely/cmp?x=1", TASK, "Callback-Secret", "s");
        CapturedEvent event = bench.newestWhole();
        try (RecordingServer target = RecordingServer.answering(204)) {
            Attempt attempt = bench.workbench.deliveries()
                    .deliver(Replay.of(event, target.url("/hook")).request(), OptionalLong.of(event.id()));
            String arrived = target.take().latin1();

            assertTrue(arrived.startsWith("POST /hook?x=1 HTTP/1.1\r\n"), arrived);
            assertTrue(arrived.endsWith("\r\n\r\n" + new String(TASK, UTF_8)), arrived);
            assertEquals(List.of(attempt), bench.workbench.events().attempts().ofEvent(event.id()));
        }
    }

    private void assertEverySampleIsValid(String source, String secretText) throws Exception {
        bench.setSecrets(source, secretText);
        String path = bench.workbench.sources().find(source).orElseThrow().path();
        Provider provider = bench.workbench.providers()
                .find(bench.workbench.sources().find(source).orElseThrow().provider()).orElseThrow();
        long before = bench.workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 1).stream()
                .mapToLong(EventSummary::id).findFirst().orElse(0);
        for (EventType type : provider.events()) {
            Attempt attempt = bench.workbench.deliveries()
                    .deliver(Composition.signed(Samples.headers(provider, type), Samples.body(provider, type, 3),
                            TargetUrl.parse(bench.url + path),
                            new Signer(provider.scheme(), new Secret("s", secretText), Instant.now())),
                            OptionalLong.empty());
            assertTrue(attempt.outcome() instanceof Answered answered && answered.status() == 200,
                    () -> type.name() + ": " + attempt.outcome());
        }
        List<EventSummary> events = bench.workbench.events().newer(EventFilter.ALL, before, 1_000);
        assertEquals(provider.events().stream().map(EventType::name).toList(),
                events.stream().map(EventSummary::type).toList());
        for (EventSummary event : events) {
            assertEquals(Outcome.VALID, event.verdict().outcome(), event.type());
        }
    }

    @Test
    void everySampleOfCmp_isJudgedValid() throws Exception {
        assertEverySampleIsValid("CMP", "Über-secret");
    }

    @Test
    void everySampleOfExperimentation_isJudgedValid() throws Exception {
        assertEverySampleIsValid("Experimentation", "Über-secret");
    }

    @Test
    void everySampleOfCampaign_isJudgedValid() throws Exception {
        assertEverySampleIsValid("Campaign", "jürgen:a:b");
        assertEverySampleIsValid("Campaign", "Authorization: Bearer jürgen");
    }

    @Test
    void aHeadAsStored_isReadAsItWasSent() throws Exception {
        bench.post("/optimizely/cmp/a%2Fb?c=%20", TASK, "X-One", "1", "X-One", "2");
        RequestHead head = bench.newestWhole().request();

        assertEquals("/optimizely/cmp/a%2Fb?c=%20", head.target());
        assertEquals(List.of("1", "2"), head.all("x-one"));
    }
}
