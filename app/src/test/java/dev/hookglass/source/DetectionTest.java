package dev.hookglass.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sender's requests look like its own, and nobody else's look like any. */
class DetectionTest {
    private static final Catalogue PROVIDERS = Catalogue.load(Path.of("no-such-folder"));
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final String FORM = "CallSid=CA1234567890&From=14158675309&Digits=1234";
    private static final String EC_KEYS = ecKeys();

    private final Detection detection = new Detection(PROVIDERS);

    /** A request that a provider might send. */
    record Sent(Provider provider, String type, List<Header> headers, Bytes body) {
        @Override
        public String toString() {
            return provider.id() + " " + type;
        }
    }

    static Stream<Sent> samples() {
        return PROVIDERS.all().stream().filter(provider -> !provider.id().equals("generic")).flatMap(
                provider -> provider.events().isEmpty()
                        ? Stream.of(new Sent(provider, "", List.of(), Bytes.ofUtf8(FORM)))
                        : provider.events().stream().map(type -> sample(provider, type)));
    }

    private static Sent sample(Provider provider, EventType type) {
        return new Sent(provider, type.name(), Samples.headers(provider, type), Samples.body(provider, type, 1));
    }

    private static Sent signed(Sent sent) {
        Scheme scheme = sent.provider().scheme();
        Secret secret = Stream
                .of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "00ff00ff",
                        "whsk_" + Base64.getEncoder().encodeToString(new byte[32]), EC_KEYS, "user:password")
                .map(text -> new Secret("any", text))
                .filter(each -> scheme.fits(each) && scheme.signingObjection(each).isEmpty())
                .findFirst().orElseThrow();
        SignedMessage unsigned = message(sent.headers(), sent.body());
        Bytes body = scheme.signBody(unsigned, secret);
        return new Sent(sent.provider(), sent.type(), Stream
                .concat(sent.headers().stream(), scheme.sign(message(sent.headers(), body), secret).stream())
                .toList(), body);
    }

    private static SignedMessage message(List<Header> headers, Bytes body) {
        return new SignedMessage(new RequestHead("POST", "/x", "HTTP/1.1", headers), body, AT);
    }

    private List<String> candidates(List<Header> headers, Bytes body) {
        return detection.candidates(new RequestHead("POST", "/x", "HTTP/1.1", headers), body)
                .stream()
                .map(Provider::id)
                .toList();
    }

    private List<String> candidates(String json, String... headers) {
        List<Header> list = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            list.add(new Header(headers[i], headers[i + 1]));
        }
        return candidates(list, Bytes.ofUtf8(json));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSignedSample_looksLikeItsOwnSenderFirst(Sent sample) {
        Sent sent = signed(sample);

        assertEquals(sent.provider().id(), candidates(sent.headers(), sent.body()).getFirst());
    }

    /** Discord's types are mere numbers; Dropbox and Twilio name none, so that their signature is all there is. */
    @ParameterizedTest
    @MethodSource("samples")
    void anUnsignedSample_looksLikeItsOwnSenderToo(Sent sent) {
        List<String> expected = Set.of("discord", "dropbox", "twilio").contains(sent.provider().id())
                ? List.of()
                : List.of(sent.provider().id());

        assertEquals(expected, candidates(sent.headers(), sent.body()));
    }

    @Test
    void headersThatSendersShare_areResolvedByWhatElseTheySend() {
        String sha1 = "sha1=" + "0".repeat(40);
        String sha256 = "sha256=" + "0".repeat(64);

        assertEquals(List.of("github"), candidates("{\"action\":\"opened\"}", "X-GitHub-Event", "discussion",
                "X-GitHub-Delivery", "72d3162e", "X-Hub-Signature", sha1, "X-Hub-Signature-256", sha256));
        assertEquals(List.of("meta"),
                candidates("{\"object\":\"instagram\",\"entry\":[]}", "X-Hub-Signature-256", sha256));
        assertEquals(List.of("bitbucket"),
                candidates("{}", "X-Event-Key", "repo:fork", "X-Hub-Signature", sha256));
        assertEquals(List.of("intercom", "optimizely-experimentation"),
                candidates("{\"topic\":\"company.created\"}", "X-Hub-Signature", sha1));
        assertEquals(List.of("optimizely-experimentation", "intercom"),
                candidates("{\"event\":\"project.unheard_of\"}", "X-Hub-Signature", sha1));
        assertEquals(Set.of("intercom", "optimizely-experimentation"),
                Set.copyOf(candidates("{}", "X-Hub-Signature", sha1)));
    }

    @Test
    void sendersThroughOneService_lookLikeThatService() {
        String signature = "v1," + Base64.getEncoder().encodeToString(new byte[32]);

        assertEquals(List.of("svix"), candidates("{\"any\":1}", "svix-id", "msg_1", "svix-timestamp", "1767225600",
                "svix-signature", signature));
        assertEquals(List.of("standard-webhooks"), candidates("{\"any\":1}", "webhook-id", "msg_1",
                "webhook-timestamp", "1767225600", "webhook-signature", signature));
        assertEquals("gitlab", candidates("{}", "X-Gitlab-Event", "Push Hook", "webhook-id", "msg_1",
                "webhook-timestamp", "1767225600", "webhook-signature", signature).getFirst());
    }

    @Test
    void aTypeThatNoFileHas_stillLooksLikeTheSenderByItsHeaders() {
        assertEquals(List.of("stripe"),
                candidates("{}", "Stripe-Signature", "t=1767225600,v1=" + "0".repeat(64)));
        assertEquals(List.of("slack"), candidates("", "X-Slack-Signature", "v0=" + "0".repeat(64),
                "X-Slack-Request-Timestamp", "1767225600"));
        assertEquals(List.of("optimizely-cmp"),
                candidates("{\"event_name\":\"task_unheard_of\"}", "Callback-Secret", "s3cret"));
    }

    @Test
    void aLargeBody_isNotLookedInto() {
        String large = "{\"event_name\":\"task_added\",\"data\":{\"pad\":\"" + "x".repeat(1 << 20) + "\"}}";

        assertTrue(candidates(large).isEmpty());
        assertEquals(List.of("optimizely-cmp"), candidates(large, "Callback-Secret", "s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "[1]", "{}", "{\"type\":1}", "{\"type\":\"open\"}",
            "{\"type\":\"click\",\"x\":1,\"y\":2,\"button\":\"left\"}", "{\"event\":\"signup\",\"data\":{}}",
            "{\"event_name\":\"order_placed\",\"data\":{}}", "{\"topic\":\"orders\"}", "[{\"type\":\"page\"}]",
            "a=1&b=2"})
    void noise_looksLikeNobody(String body) {
        assertEquals(List.of(), candidates(body, "Content-Type", "application/json", "User-Agent", "curl/8.5.0",
                "Authorization", "Basic dTpw", "Idempotency-Key", "1", "X-Hub-Signature", "wrong"));
    }

    @Test
    void theGenericProvider_isNoSender() {
        assertEquals(List.of(), candidates("{\"event\":\"x\"}", "X-Event-Type", "x", "Ce-Type", "y"));
    }

    private static String ecKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            var pair = generator.generateKeyPair();
            return pem("PRIVATE", pair.getPrivate().getEncoded()) + pem("PUBLIC", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END "
                + kind + " KEY-----\n";
    }
}
