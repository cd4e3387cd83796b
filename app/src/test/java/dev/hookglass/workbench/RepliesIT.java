package dev.hookglass.workbench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Answer.Handshake;
import dev.hookglass.event.Answer.Outcome;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.Source;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reply rules and handshakes, from a sender's point of view. */
class RepliesIT {
    @TempDir
    private Path folder;

    private Bench bench;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws Problem {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws Problem {
        http.close();
        bench.close();
    }

    private Source add(String provider, ReplyRule rule, String... secrets) throws Problem {
        return bench.workbench.sources().add(Source.draft("Any", provider, "/any").withReply(rule)
                .withSecrets(Arrays.stream(secrets).map(text -> new Secret("“" + text.length() + "”", text)).toList()));
    }

    private int post(String... headers) throws IOException, InterruptedException {
        return bench.post("/any", new byte[]{'{', '}'}, headers).statusCode();
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(bench.url + target)).build(), BodyHandlers.ofString());
    }

    /** The newest event, once it is known what its sender got. */
    private EventSummary answered() throws Problem {
        await().until(() -> bench.newest().answer().flatMap(Answer::after).isPresent());
        return bench.newest();
    }

    @Test
    void aRule_answersInTurnByVerdictWithHeadersAndBody() throws Exception {
        Source source = add("optimizely-cmp", new ReplyRule(ReplySequence.parse("503 ×2, expected"),
                Optional.of(ReplySequence.parse("401")), List.of(new Header("X-Own", "välue")), "{\"ok\":true}"),
                "right");

        assertEquals(503, post("Callback-Secret", "right"));
        assertEquals(401, post("Callback-Secret", "wrong"));
        assertEquals(401, post());
        assertEquals(503, post("Callback-Secret", "right"));
        HttpResponse<String> last = bench.post("/any", new byte[0], "Callback-Secret", "right");
        assertEquals(200, last.statusCode());
        assertEquals("{\"ok\":true}", last.body());
        assertEquals("välue", last.headers().firstValue("X-Own").orElseThrow());
        assertEquals("text/plain; charset=utf-8", last.headers().firstValue("Content-Type").orElseThrow());

        Answer answer = answered().answer().orElseThrow();
        assertEquals(Outcome.ANSWERED, answer.outcome());
        assertEquals(200, answer.status());

        bench.workbench.replies().restart(source.id());
        assertEquals(503, post("Callback-Secret", "right"));
    }

    @Test
    void aDelayedReply_isSentAfterTheEventIsStored() throws Exception {
        add("generic", ReplyRule.EXPECTED.withAnswer(ReplySequence.parse("202 after 300 ms")));
        long sent = System.nanoTime();
        try (HttpClient sender = HttpClient.newHttpClient()) {
            var answer = sender.sendAsync(HttpRequest.newBuilder(URI.create(bench.url + "/any")).build(),
                    BodyHandlers.ofString());
            await().pollInterval(Duration.ofMillis(5)).until(() -> !events().isEmpty());
            assertTrue(!answer.isDone(), "stored before it is answered");
            assertEquals(202, answer.get().statusCode());
        }
        assertTrue(System.nanoTime() - sent >= 280_000_000L);
        assertTrue(answered().answer().flatMap(Answer::after).orElseThrow().toMillis() >= 280);
    }

    private List<EventSummary> events() throws Problem {
        return bench.workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 10);
    }

    @Test
    void aDrop_isStoredAndTold() throws Exception {
        add("generic", ReplyRule.EXPECTED.withAnswer(ReplySequence.parse("drop, 200")));

        // This client sends again by itself what was dropped, unless it is a POST.
        assertThrows(IOException.class, this::post);

        EventSummary dropped = answered();
        assertEquals(0, dropped.status());
        assertEquals(Outcome.DROPPED, dropped.answer().orElseThrow().outcome());
        assertEquals(200, post());
    }

    @Test
    void never_holdsUntilHookglassStops() throws Exception {
        add("generic", ReplyRule.EXPECTED.withAnswer(ReplySequence.parse("never")));
        try (HttpClient sender = HttpClient.newHttpClient()) {
            var answer = sender.sendAsync(HttpRequest.newBuilder(URI.create(bench.url + "/any"))
                    .POST(HttpRequest.BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
            await().until(() -> !events().isEmpty());
            assertEquals(Outcome.NEVER, bench.newest().answer().orElseThrow().outcome());

            bench.workbench.stopListening();

            assertThrows(Exception.class, answer::get);
            assertEquals(Outcome.NEVER, answered().answer().orElseThrow().outcome());
        }
    }

    private void assertHandshake(Handshake how, Verdict.Outcome verdict) throws Problem {
        EventSummary event = answered();
        assertEquals(how, event.answer().orElseThrow().handshake(), event.verdict().reason());
        assertEquals(verdict, event.verdict().outcome(), event.verdict().reason());
    }

    private static String hmac(String key, String content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertPlain(String expected, HttpResponse<String> response) {
        assertEquals(200, response.statusCode());
        assertEquals(expected, response.body());
        assertEquals("text/plain", response.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElseThrow());
    }

    /** A handshake goes before a rule. */
    @Test
    void slack_isAnsweredItsChallenge() throws Exception {
        add("slack", ReplyRule.EXPECTED.withAnswer(ReplySequence.parse("500")), "s3cret");
        String body = "{\"token\":\"x\",\"challenge\":\"3eZbrw1aBm<b>\",\"type\":\"url_verification\"}";
        String time = Long.toString(Instant.now().getEpochSecond());

        assertPlain("3eZbrw1aBm<b>", bench.post("/any", body.getBytes(StandardCharsets.UTF_8), "Content-Type",
                "application/json", "X-Slack-Request-Timestamp", time, "X-Slack-Signature",
                "v0=" + hmac("s3cret", "v0:" + time + ":" + body)));
        assertHandshake(Handshake.MET, Verdict.Outcome.VALID);

        assertEquals(500, bench.post("/any", "{\"type\":\"event_callback\",\"challenge\":\"x\"}".getBytes(
                StandardCharsets.UTF_8)).statusCode());
        assertEquals(500, bench.post("/any", "{\"type\":\"url_verification\"}".getBytes(StandardCharsets.UTF_8))
                .statusCode());
        assertEquals(Handshake.NONE, answered().answer().orElseThrow().handshake());
    }

    @Test
    void zoom_isShownThatTheSecretIsKnown() throws Exception {
        Source source = add("zoom", ReplyRule.EXPECTED);
        String body = "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"qgg8\\\"\"}}";
        assertEquals(401, bench.post("/any", body.getBytes(StandardCharsets.UTF_8)).statusCode());
        assertHandshake(Handshake.REFUSED, Verdict.Outcome.UNCHECKED);

        bench.workbench.sources().replace(source.withSecrets(
                List.of(new Secret("old", "other"), new Secret("new", "token"))));
        HttpResponse<String> answer = bench.post("/any", body.getBytes(StandardCharsets.UTF_8),
                "x-zm-request-timestamp", "1", "x-zm-signature", "v0=" + hmac("token", "v0:1:" + body));

        assertEquals("{\"plainToken\":\"qgg8\\\"\",\"encryptedToken\":\"" + hmac("token", "qgg8\"") + "\"}",
                answer.body());
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertHandshake(Handshake.MET, Verdict.Outcome.VALID);
    }

    @Test
    void meta_isAnsweredItsChallengeAndItsTokenIsCompared() throws Exception {
        Source source = add("meta", ReplyRule.EXPECTED, "app-secret");
        String target = "/any?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meaty+ham%2Bhock";
        assertPlain("1158201444", get(target));
        assertHandshake(Handshake.MET, Verdict.Outcome.UNCHECKED);

        bench.workbench.sources().replace(source.withSecrets(
                List.of(new Secret("app secret", "app-secret"), new Secret("verify token", "meaty ham+hock"))));
        assertPlain("1158201444", get(target));
        assertHandshake(Handshake.MET, Verdict.Outcome.VALID);

        assertEquals("", get("/any?hub.mode=unsubscribe&hub.challenge=1").body());
    }

    @Test
    void dropbox_isAnsweredItsChallenge() throws Exception {
        add("dropbox", ReplyRule.EXPECTED, "secret");

        assertPlain("a b<script>", get("/any?x&challenge=a%20b%3Cscript%3E"));
        assertHandshake(Handshake.MET, Verdict.Outcome.UNSIGNED);
        assertEquals("", get("/any?challenge=").body());
        assertEquals("", get("/any?challenge=" + "a".repeat(4_001)).body());
        assertEquals("", bench.post("/any?challenge=x", new byte[0]).body());
    }

    @Test
    void twitch_isAnsweredItsChallenge() throws Exception {
        add("twitch", ReplyRule.EXPECTED, "s3cret-s3cret");
        String body = "{\"challenge\":\"pogchamp-kappa-360noscope-vohiyo\",\"subscription\":{}}";
        String time = Instant.now().toString();

        assertPlain("pogchamp-kappa-360noscope-vohiyo", bench.post("/any", body.getBytes(StandardCharsets.UTF_8),
                "Twitch-Eventsub-Message-Type", "webhook_callback_verification",
                "Twitch-Eventsub-Subscription-Type", "stream.online", "Twitch-Eventsub-Message-Id", "id1",
                "Twitch-Eventsub-Message-Timestamp", time, "Twitch-Eventsub-Message-Signature",
                "sha256=" + hmac("s3cret-s3cret", "id1" + time + body)));
        assertHandshake(Handshake.MET, Verdict.Outcome.VALID);
        assertEquals("stream.online", answered().type());
    }

    /** It tries whether bad signatures are refused, too. */
    @Test
    void discord_isAnsweredItsPingAndRefusedWhereItsSignatureIsBad() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = keys.getPublic().getEncoded();
        add("discord", ReplyRule.EXPECTED,
                HexFormat.of().formatHex(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
        byte[] body = "{\"id\":\"1\",\"type\":1}".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update("1767225600".getBytes(StandardCharsets.UTF_8));
        signature.update(body);
        String good = HexFormat.of().formatHex(signature.sign());

        HttpResponse<String> pong = bench.post("/any", body, "X-Signature-Timestamp", "1767225600",
                "X-Signature-Ed25519", good);
        assertEquals("{\"type\":1}", pong.body());
        assertEquals("application/json", pong.headers().firstValue("Content-Type").orElseThrow());
        assertHandshake(Handshake.MET, Verdict.Outcome.VALID);

        HttpResponse<String> refused = bench.post("/any", body, "X-Signature-Timestamp", "1767225601",
                "X-Signature-Ed25519", good);
        assertEquals(401, refused.statusCode());
        assertEquals("", refused.body());
        assertHandshake(Handshake.REFUSED, Verdict.Outcome.INVALID);
    }
}
