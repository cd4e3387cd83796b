package dev.hookglass.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final Catalogue PROVIDERS = Catalogue.load(Path.of("no-such-folder"));
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    private final Intake intake = new Intake(PROVIDERS);

    private static Source source(String provider, Secret... secrets) {
        return Source.draft("Any", provider, "/x").withId(1).withSecrets(List.of(secrets));
    }

    private Recognition recognise(Source source, Bytes body, Header... headers) {
        return intake.recognise(source, new RequestHead("POST", "/x", "HTTP/1.1", List.of(headers)), body, AT, "http");
    }

    private static Bytes gzip(Bytes content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content.array());
        }
        return Bytes.wrap(packed.toByteArray());
    }

    @Test
    void recognise_findsTypeKeyVerdictAndStatus() {
        Bytes body = Bytes.ofUtf8("{\"event_name\":\"task_added\",\"data\":{}}");

        Recognition found = recognise(source("optimizely-cmp", new Secret("s", "x")), body,
                new Header("Callback-Secret", "x"));

        assertEquals("task_added", found.type());
        assertEquals(1, found.items());
        assertEquals(body.sha256(), found.key());
        assertEquals(Outcome.VALID, found.verdict().outcome());
        assertEquals(200, found.acknowledges());
    }

    /** Square signs the URL that it sent to. */
    @ParameterizedTest
    @CsvSource({"'', /x, http://local.example/x", "'', /x?a=1, http://local.example/x?a=1",
            "https://t.example, /x/y?a=1, https://t.example/x/y?a=1", "https://t.example/, /x, https://t.example/x",
            "https://t.example/hooks/square, /x, https://t.example/hooks/square",
            "https://t.example/square/, /x, https://t.example/square/",
            "https://t.example/square/, /x/, https://t.example/square/",
            "https://t.example/square, /x/y?a=1, https://t.example/square/y?a=1",
            "https://t.example/square?a=1, /x?a=1, https://t.example/square?a=1"})
    void recognise_aSignatureOfTheUrl_isJudgedByThePublicUrl(String publicUrl, String target, String signedUrl) {
        Secret secret = new Secret("s", "signature-key");
        Source source = Source.draft("Any", "square", "/x").withSecrets(List.of(secret)).withPublicUrl(publicUrl);
        Bytes body = Bytes.ofUtf8("{}");
        Header host = new Header("Host", "local.example");
        RequestHead unsigned = new RequestHead("POST", target, "HTTP/1.1", List.of(host));
        Header signature = PROVIDERS.find("square")
                .orElseThrow()
                .scheme()
                .sign(new SignedMessage(unsigned, body, AT, Optional.of(signedUrl)), secret)
                .getFirst();
        RequestHead head = new RequestHead("POST", target, "HTTP/1.1", List.of(host, signature));

        assertEquals(Outcome.VALID, intake.recognise(source, head, body, AT, "http").verdict().outcome());
    }

    @ParameterizedTest
    @CsvSource({"https, https, VALID", "https, http, INVALID", "http, https, INVALID"})
    void recognise_aSignatureOfTheUrl_coversHowItCame(String signed, String came, Outcome outcome) {
        Secret secret = new Secret("s", "signature-key");
        Header host = new Header("Host", "local.example:8788");
        RequestHead unsigned = new RequestHead("POST", "/x?a=1", "HTTP/1.1", List.of(host));
        Header signature = PROVIDERS.find("square")
                .orElseThrow()
                .scheme()
                .sign(new SignedMessage(unsigned, Bytes.EMPTY, AT, Optional.of(signed + "://local.example:8788/x?a=1")),
                        secret)
                .getFirst();
        RequestHead head = new RequestHead("POST", "/x?a=1", "HTTP/1.1", List.of(host, signature));

        assertEquals(outcome,
                intake.recognise(source("square", secret), head, Bytes.EMPTY, AT, came).verdict().outcome());
    }

    @Test
    void recognise_aBatchOfAHundred_isCounted() {
        Provider campaign = PROVIDERS.find("optimizely-campaign").orElseThrow();
        Bytes body = Samples.batch(campaign, campaign.event("bounce").orElseThrow(), 100, 7);

        Recognition found = recognise(source("optimizely-campaign"), body);

        assertEquals("bounce", found.type());
        assertEquals(100, found.items());
    }

    @Test
    void recognise_anEmptyBatch_hasNoItems() {
        Recognition found = recognise(source("optimizely-campaign"), Bytes.ofUtf8("[]"));

        assertNull(found.type());
        assertEquals(0, found.items());
    }

    @Test
    void recognise_aPackedBody_hasItsTypeAndTheKeyOfWhatWasSent() throws IOException {
        Bytes body = gzip(Bytes.ofUtf8("{\"event_name\":\"task_added\"}"));

        Recognition found = recognise(source("optimizely-cmp"), body, new Header("Content-Encoding", "gzip"));

        assertEquals("task_added", found.type());
        assertEquals(body.sha256(), found.key());
    }

    @Test
    void recognise_utf16_hasItsType() {
        Bytes body = Bytes.wrap("{\"event_name\":\"task_added\"}".getBytes(StandardCharsets.UTF_16LE));

        Recognition found = recognise(source("optimizely-cmp"), body,
                new Header("Content-Type", "application/json; charset=utf-16le"));

        assertEquals("task_added", found.type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"event_name\":", "{}", "[]", "null", "1", "\"event_name\"",
            "{\"event_name\":null}", "{\"event_name\":{}}", "{\"event_name\":\"\"}", "{\"event_name\":\"a\"} {}",
            "\u0000"})
    void recognise_aBodyWithoutType_isNormal(String body) {
        Recognition found = recognise(source("optimizely-cmp"), Bytes.ofUtf8(body));

        assertNull(found.type());
        assertEquals(Bytes.ofUtf8(body).sha256(), found.key());
    }

    @Test
    void recognise_aTypeThatIsNotListed_isNormal() {
        assertEquals("task_eaten",
                recognise(source("optimizely-cmp"), Bytes.ofUtf8("{\"event_name\":\"task_eaten\"}")).type());
    }

    @Test
    void recognise_aVeryLongType_isCut() {
        String type = "t".repeat(5_000);

        assertEquals(type.substring(0, 1_000),
                recognise(source("optimizely-cmp"), Bytes.ofUtf8("{\"event_name\":\"" + type + "\"}")).type());
    }

    @Test
    void recognise_anEmptyBody_hasNoKey() {
        assertNull(recognise(source("optimizely-cmp"), Bytes.EMPTY).key());
    }

    @Test
    void recognise_bytesThatAreNoText_doNotThrow() {
        byte[] body = new byte[256];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }
        for (String encoding : List.of("gzip", "deflate", "br", "zstd", "identity", "gzip, gzip", "")) {
            Recognition found = recognise(source("generic"), Bytes.wrap(body),
                    new Header("Content-Encoding", encoding), new Header("Content-Type", "text/plain; charset=nope"));
            assertEquals(Outcome.UNSIGNED, found.verdict().outcome(), encoding);
        }
    }

    @Test
    void recognise_aProviderWhoseFileIsGone_isTakenWithoutKnowledge() {
        Recognition found = recognise(source("gone"), Bytes.ofUtf8("{\"type\":\"x\"}"));

        assertEquals("x", found.type());
        assertEquals(Outcome.UNSIGNED, found.verdict().outcome());
    }
}
