package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.ByHeader;
import dev.hookglass.signature.ContentDigest;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.MessageSignature;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signatures that senders or their libraries have published, and altered ones, judged as the built-in files say. Each vector
 * names its source.
 */
class SignatureVectorsTest {
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("hub_signature_sha1", "optimizely-experimentation"), Map.entry("hub_signature_256", "github"),
            Map.entry("hub_signature_x_sha256", "bitbucket"), Map.entry("stripe", "stripe"),
            Map.entry("slack_v0", "slack"), Map.entry("shopify", "shopify"),
            Map.entry("standard_webhooks", "standard-webhooks"), Map.entry("svix", "svix"),
            Map.entry("twilio", "twilio"), Map.entry("sendgrid_ecdsa", "sendgrid"), Map.entry("mailgun", "mailgun"),
            Map.entry("square", "square"), Map.entry("paddle", "paddle"), Map.entry("pagerduty_v1", "pagerduty"),
            Map.entry("zendesk", "zendesk"), Map.entry("adyen_notification", "adyen"),
            Map.entry("adyen_payload", "adyen"), Map.entry("twitch_eventsub", "twitch"),
            Map.entry("hubspot_v1", "hubspot"), Map.entry("hubspot_v2", "hubspot"),
            Map.entry("hubspot_v3", "hubspot"));

    private static final Set<String> STALE = Set.of("v057", "v058", "v077", "v078", "v129", "v138", "v177");
    private static final Set<String> MISSING = Set.of("v020", "v033", "v059", "v069", "v080", "v131", "v144", "v168",
            "v175", "v185");
    private static final Set<String> MALFORMED = Set.of("v015", "v021", "v022", "v023", "v034", "v035", "v047", "v048",
            "v060",
            "v061", "v067", "v079", "v082", "v083", "v088", "v116", "v139", "v172", "v181");

    /** What the vector says is wrong with it, and the words that a person must then read in the verdict. */
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("stale timestamp", "before it arrived"),
            Map.entry("in the future|too new", "after it arrived"), Map.entry("missing timestamp", "its time should"),
            Map.entry("missing .*id$", "its id should"), Map.entry("malformed timestamp", "seconds since 1970"),
            Map.entry("missing header|header missing|hmacSignature missing", "has no"),
            Map.entry("prefix|unknown version|labelled v1", "begin"),
            Map.entry("^upper-case hex \\(", "lower-case hex"),
            Map.entry("truncated signature|SHA-1 length|empty signature", "bytes|hex digits"),
            Map.entry("bodySHA256", "bodySHA256 in the URL"),
            Map.entry("(?i)URL|https|authority", "public URL"), Map.entry("malformed: no colons", "of the form"),
            Map.entry("wrong (secret|.*key|auth token)|secret truncated|undisclosed", "another secret"),
            Map.entry("^mismatch|no matching", "another secret|bytes in base64|hex digits"),
            Map.entry("tampered|body has|serialis|newline|CRLF|bad payload", "changed on the way"),
            Map.entry("malformed header|garbage|^wrong hash", "header|begin|time should"),
            Map.entry("changed|reformatted|something else|OLD|checked as v1|empty body", "does not match"));

    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("none"));

    static Stream<JsonNode> vectors() throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        JsonMapper.shared().readTree(bytes()).forEach(vectors::add);
        return vectors.stream();
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = Scheme.class.getResourceAsStream("vectors.json")) {
            if (in == null) {
                throw new IOException("There is no vectors.json");
            }
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachVectorGivesItsVerdict(JsonNode vector) {
        Secret secret = new Secret("pasted", vector.path("secret_or_key").asString());
        Scheme scheme = scheme(vector.path("scheme").asString());
        assertTrue(!scheme.needsSecret() || scheme.objection(secret.text()).isEmpty());

        Verdict verdict = Judge.judge(scheme, List.of(secret), message(vector));

        assertEquals(expected(vector), verdict.outcome(), () -> vector.path("id") + " " + vector.path("reason") + ": "
                + verdict.reason());
        assertTrue(verdict.reason().endsWith("."), verdict.reason());
        assertTrue(secret.text().isEmpty() || !verdict.reason().contains(secret.text()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachReasonTellsWhatIsWrong(JsonNode vector) {
        String wrong = vector.path("reason").asString();
        List<String> expected = WORDS.entrySet().stream()
                .filter(words -> Pattern.compile(words.getKey()).matcher(wrong).find())
                .map(Map.Entry::getValue)
                .toList();
        Scheme scheme = scheme(vector.path("scheme").asString());
        String told = Judge.judge(scheme, List.of(new Secret("pasted", vector.path("secret_or_key").asString())),
                message(vector)).reason();

        boolean valid = vector.path("expect").asString().equals("valid");
        assertTrue(valid || !expected.isEmpty(), wrong);
        expected.forEach(words -> assertTrue(valid || Pattern.compile(words).matcher(told).find(),
                vector.path("id").asString() + " " + wrong + " (" + words + "): " + told));
    }

    @Test
    void noVectorIsForgotten() throws IOException {
        Set<String> checked = new HashSet<>();
        vectors().forEach(vector -> checked.add(vector.path("id").asString()));

        assertEquals(127, checked.size());
        assertTrue(checked.containsAll(STALE) && checked.containsAll(MISSING) && checked.containsAll(MALFORMED));
    }

    /** HubSpot's choice by header, made where the requests have the headers that tell. */
    @Test
    void hubSpotTellsItsSignaturesApartByTheirHeaders() throws IOException {
        Scheme hubSpot = CATALOGUE.find("hubspot").orElseThrow().scheme();
        Set<String> telling = Set.of("v123", "v125", "v128", "v129");
        List<JsonNode> found = vectors().filter(vector -> telling.contains(vector.path("id").asString())).toList();

        assertEquals(4, found.size());
        for (JsonNode vector : found) {
            Secret secret = new Secret("pasted", vector.path("secret_or_key").asString());
            assertEquals(expected(vector), hubSpot.check(message(vector), secret).outcome());
        }
    }

    private static Scheme scheme(String name) {
        if (name.equals("rfc9530_content_digest")) {
            return new ContentDigest();
        }
        if (name.equals("rfc9421")) {
            return new MessageSignature();
        }
        Scheme scheme = CATALOGUE.find(FILES.getOrDefault(name, "no file for " + name)).orElseThrow().scheme();
        return name.startsWith("hubspot") && scheme instanceof ByHeader choices
                ? choices.schemes().get('3' - name.charAt(name.length() - 1))
                : scheme;
    }

    private static Outcome expected(JsonNode vector) {
        String id = vector.path("id").asString();
        boolean valid = vector.path("expect").asString().equals("valid");
        Outcome outcome = STALE.contains(id)
                ? Outcome.STALE
                : MISSING.contains(id) ? Outcome.MISSING : MALFORMED.contains(id) ? Outcome.MALFORMED : Outcome.INVALID;
        assertFalse(valid && outcome != Outcome.INVALID, id);
        return valid ? Outcome.VALID : outcome;
    }

    private static SignedMessage message(JsonNode vector) {
        List<Header> headers = new ArrayList<>();
        vector.path("headers").properties().forEach(h -> headers.add(new Header(h.getKey(), h.getValue().asString())));
        String url = vector.path("url").asString();
        URI uri = URI.create(url);
        String target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return new SignedMessage(new RequestHead(vector.path("method").asString(), target, "HTTP/1.1", headers),
                Bytes.ofUtf8(vector.path("body").asString()),
                Instant.ofEpochSecond(vector.path("now_epoch_seconds").asLong(1_700_000_000L)), Optional.of(url));
    }
}
