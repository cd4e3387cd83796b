package dev.hookglass.signature.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.signature.Content;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.KeyForm;
import dev.hookglass.signature.Layout;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.diagnosis.Case.Neighbour;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to secrets, signatures, times and URLs is made to happen, and named; what is not known is not named. */
class DiagnosisTest {
    private static final String BODY = "{\"event\":\"task_added\",\"id\":42}";
    private static final Secret TEXT = Requests.SECRET;

    private static Finding finding(Scheme scheme, Secret secret, SignedMessage received) throws InterruptedException {
        Diagnosis diagnosis = Diagnoser.diagnose(Requests.seen(scheme, List.of(secret), received));
        assertFalse(diagnosis.words().contains(secret.text().strip()), "the secret is told");
        return diagnosis.finding().orElseThrow(() -> new AssertionError(diagnosis.words()));
    }

    private static SignedMessage signed(String provider) {
        return Requests.signed(Requests.scheme(provider), Requests.secret(provider), Requests.message(BODY));
    }

    private static SignedMessage signature(SignedMessage message, String name, String value) {
        return Requests.withHeaders(message, header -> header.is(name) ? new Header(name, value) : header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"optimizely-experimentation", "github", "stripe", "slack", "shopify", "twilio", "square"})
    void aSecretThatWasPastedBadly_isExplained(String provider) throws InterruptedException {
        Scheme scheme = Requests.scheme(provider);
        for (String pasted : List.of(" " + TEXT.text() + " ", TEXT.text() + "\n", "\"" + TEXT.text() + "\"",
                "'" + TEXT.text() + "'")) {
            Finding finding = finding(scheme, new Secret("main", pasted), signed(provider));

            assertEquals("white space or quotes around the secret", finding.accident());
            assertEquals(Help.SECRETS, finding.help());
            assertEquals(Optional.empty(), finding.difference());
        }
        for (String pasted : List.of("WEBHOOK_SECRET=" + TEXT.text(), "export X='" + TEXT.text() + "'",
                "Bearer " + TEXT.text())) {
            assertEquals("a name or word in front of the secret",
                    finding(scheme, new Secret("main", pasted), signed(provider)).accident());
        }
        assertEquals("a line break after the secret", finding(scheme, TEXT, Requests.signed(scheme,
                new Secret("main", TEXT.text() + "\n"), Requests.message(BODY))).accident());
    }

    @ParameterizedTest
    @CsvSource({"TEXT, HEX, 4f3c1a9be27d5508, 4f3c1a9be27d5508, as hex digits", //
            "TEXT, BASE64, TWZLUTlyOEdLWXFy, TWZLUTlyOEdLWXFy, as base64",
            "TEXT, BASE64, whsec_TWZLUTlyOEdLWXFy, whsec_TWZLUTlyOEdLWXFy, as base64",
            "BASE64, TEXT, whsec_TWZLUTlyOEdLWXFy, whsec_TWZLUTlyOEdLWXFy, as text",
            "BASE64, TEXT, TWZLUTlyOEdLWXFy, TWZLUTlyOEdLWXFy, as text",
            "TEXT, TEXT, whsec_abc, abc, without the whsec_", "TEXT, TEXT, abc, whsec_abc, with whsec_",
            "HEX, TEXT, 4f3c1a9be27d5508, 4f3c1a9be27d5508, as text",
            "HEX, TEXT, no hex at all, no hex at all, as text"})
    void aSecretThatIsTakenInAnotherForm_isExplained(KeyForm here, KeyForm there, String pasted, String used,
            String words) throws InterruptedException {
        Layout layout = Layout.ofBody("X-Signature", "");
        SignedMessage received = Requests.signed(new Hmac(layout, Hash.SHA256, there), new Secret("main", used),
                Requests.message(BODY));

        Finding finding = finding(new Hmac(layout, Hash.SHA256, here), new Secret("main", pasted), received);

        assertEquals("another form of the secret (text, hex, base64)", finding.accident());
        assertTrue(finding.cause().contains(words), finding.cause());
    }

    /** Both at once, as it happens when a key is copied from a terminal. */
    @Test
    void aHexKeyWithALineBreak_isExplained() throws InterruptedException {
        Layout layout = Layout.ofBody("X-Signature", "");
        String key = "4f3c1a9be27d5508";
        SignedMessage received = Requests.signed(new Hmac(layout, Hash.SHA1, KeyForm.HEX), new Secret("main", key),
                Requests.message(BODY));

        Finding finding = finding(new Hmac(layout, Hash.SHA1, KeyForm.TEXT), new Secret("main", key + "\n"), received);

        assertTrue(finding.cause().contains("as hex digits"), finding.cause());
    }

    static Stream<Hash[]> otherHashes() {
        return Stream.of(Hash.values()).flatMap(
                one -> Stream.of(Hash.values()).filter(two -> two != one).map(two -> new Hash[]{one, two}));
    }

    @ParameterizedTest
    @MethodSource("otherHashes")
    void anotherHashFunction_isExplained(Hash asked, Hash used) throws InterruptedException {
        for (String prefix : List.of("%s=", "")) {
            String own = prefix.replace("%s", asked.name().toLowerCase(Locale.ROOT));
            String others = prefix.replace("%s", used.name().toLowerCase(Locale.ROOT));
            SignedMessage received = Requests.signed(new Hmac("X-Hub-Signature", used, others), TEXT,
                    Requests.message(BODY));

            Finding finding = finding(new Hmac("X-Hub-Signature", asked, own), TEXT, received);

            assertEquals("another hash function", finding.accident());
            assertTrue(finding.cause().contains("made with " + used + " instead of " + asked), finding.cause());
        }
    }

    @ParameterizedTest
    @CsvSource({"github, X-Hub-Signature-256, sha256=", "optimizely-experimentation, X-Hub-Signature, sha1=",
            "slack, X-Slack-Signature, v0=", "discord, X-Signature-Ed25519, ''"})
    void aSignatureThatIsWrittenOtherwise_isExplained(String provider, String header, String prefix)
            throws InterruptedException {
        SignedMessage sent = signed(provider);
        Scheme scheme = Requests.scheme(provider);
        Secret secret = Requests.secret(provider);
        String hex = sent.head().first(header).orElseThrow().substring(prefix.length());
        byte[] bytes = HexFormat.of().parseHex(hex);

        Finding upper = finding(scheme, secret, signature(sent, header, prefix + hex.toUpperCase(Locale.ROOT)));
        assertTrue(upper.cause().contains("upper-case hex instead of hex"), upper.cause());
        Finding base64 = finding(scheme, secret,
                signature(sent, header, prefix + Base64.getEncoder().encodeToString(bytes)));
        assertTrue(base64.cause().contains("written in base64 instead of hex"), base64.cause());
        Finding url = finding(scheme, secret,
                signature(sent, header, prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        assertTrue(url.cause().contains("instead of hex"), url.cause());
        if (!prefix.isEmpty()) {
            Finding bare = finding(scheme, secret, signature(sent, header, hex));
            assertTrue(bare.cause().contains("lacks “" + prefix), bare.cause());
            Finding other = finding(scheme, secret, signature(sent, header, "sig=" + hex));
            assertTrue(other.cause().contains("stands behind “sig=” instead of “" + prefix), other.cause());
        }
    }

    @ParameterizedTest
    @CsvSource({"shopify, X-Shopify-Hmac-SHA256", "square, x-square-hmacsha256-signature",
            "twilio, X-Twilio-Signature"})
    void aBase64SignatureInHex_isExplained(String provider, String header) throws InterruptedException {
        SignedMessage sent = signed(provider);
        byte[] bytes = Base64.getDecoder().decode(sent.head().first(header).orElseThrow());

        Finding finding = finding(Requests.scheme(provider), TEXT,
                signature(sent, header, HexFormat.of().formatHex(bytes)));

        assertTrue(finding.cause().contains("written in hex instead of base64"), finding.cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "optimizely-experimentation", "shopify", "square", "twilio", "discord", "slack"})
    void aSignatureInAnotherHeader_isExplained(String provider) throws InterruptedException {
        SignedMessage sent = signed(provider);
        SignedMessage received = Requests.withHeaders(sent, header -> header.name().toLowerCase(Locale.ROOT)
                .matches(".*(signature|hmac|ed25519).*") && !header.name().contains("Timestamp")
                        ? new Header("X-Webhook-Proof", header.value())
                        : header);

        Finding finding = finding(Requests.scheme(provider), Requests.secret(provider), received);

        assertTrue(finding.cause().contains("stands in X-Webhook-Proof instead of"), finding.cause());
    }

    @Test
    void gitHubsOldHeader_whereTheNewOneIsExpected_isExplained() throws InterruptedException {
        SignedMessage received = signed("optimizely-experimentation");

        Finding finding = finding(Requests.scheme("github"), TEXT, received);

        assertTrue(finding.cause().contains("stands in X-Hub-Signature instead of X-Hub-Signature-256"),
                finding.cause());
        assertTrue(finding.cause().contains("SHA1 instead of SHA256"), finding.cause());
    }

    @ParameterizedTest
    @CsvSource({"stripe, {body}", "stripe, {timestamp}{body}", "slack, {timestamp}.{body}", "slack, {body}",
            "discord, {body}{timestamp}", "standard-webhooks, {timestamp}.{body}", "standard-webhooks, {body}",
            "square, {body}", "shopify, {url}{body}", "zendesk, {body}{timestamp}"})
    void otherContent_isExplained(String provider, String content) throws InterruptedException {
        Scheme scheme = Requests.seen(Requests.scheme(provider), List.of(), Requests.message(BODY)).ways().getFirst()
                .scheme();
        Layout layout = Variants.layout(scheme).orElseThrow();
        Scheme used = Variants.withLayout(scheme,
                new Layout(layout.header(), Content.parse(content), layout.timestamp(), layout.id()));
        // The id is sent all the same.
        SignedMessage received = Requests.adding(
                Requests.signed(used, Requests.secret(provider), Requests.message(BODY)), "webhook-id", "msg_1");

        Finding finding = finding(Requests.scheme(provider), Requests.secret(provider), received);

        assertEquals("other content than the provider signs", finding.accident());
    }

    @Test
    void aTimeInMilliseconds_isExplained() throws InterruptedException {
        SignedMessage slack = signed("slack");
        Finding header = finding(Requests.scheme("slack"), TEXT, Requests.withHeaders(slack,
                each -> each.name().contains("Timestamp") ? new Header(each.name(), each.value() + "000") : each));
        assertTrue(header.cause().contains("seconds, but says it in milliseconds"), header.cause());

        SignedMessage stripe = signed("stripe");
        Finding field = finding(Requests.scheme("stripe"), TEXT, Requests.withHeaders(stripe,
                each -> new Header(each.name(), each.value().replaceFirst("t=(\\d+)", "t=$1000"))));
        assertTrue(field.cause().contains("seconds, but says it in milliseconds"), field.cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"twilio", "square", "hubspot"})
    void anotherUrl_isExplained(String provider) throws InterruptedException {
        Scheme scheme = Requests.scheme(provider);
        for (String checked : List.of("http://hooks.example/x?y=1", "http://hooks.example:8443/x?y=1",
                "https://hooks.example/x/?y=1", "https://hooks.example/x", "https://a.example/x?y=1")) {
            SignedMessage sent = Requests.signed(scheme, TEXT, Requests.message(BODY));
            SignedMessage received = Requests.adding(Requests.withUrl(sent, Optional.of(checked)), "X-Forwarded-Host",
                    "hooks.example");

            Finding finding = finding(scheme, TEXT, received);

            assertTrue(finding.accident().startsWith("another URL"), finding.accident());
            assertEquals(Help.PUBLIC_URL, finding.help());
            assertTrue(finding.remedy().contains("Set the public URL to https://hooks.example"), finding.remedy());
        }
    }

    @ParameterizedTest
    @CsvSource({"Callback-Secret, Bearer s3cret-value, quotes or a word in front of the sent secret",
            "Callback-Secret, '\"s3cret-value\"', quotes or a word in front of the sent secret",
            "Callback-Secret, s3cret%2Dvalue, a percent-encoded secret",
            "X-Callback-Secret, s3cret-value, the secret in another header",
            "Authorization, Bearer s3cret-value, the secret in another header",
            "Authorization, Basic Y21wOnMzY3JldC12YWx1ZQ==, the secret in another header"})
    void aSentSecretInAnotherFormOrPlace_isExplained(String header, String value, String accident)
            throws InterruptedException {
        Finding finding = finding(new HeaderEquals("Callback-Secret"), new Secret("main", "s3cret-value"),
                Requests.adding(Requests.message(BODY), header, value));

        assertEquals(accident, finding.accident());
    }

    @Test
    void aSentSecretThatWasPastedBadly_isExplained() throws InterruptedException {
        Finding finding = finding(new HeaderEquals("Callback-Secret"), new Secret("main", " \"s3cret-value\"\n"),
                Requests.adding(Requests.message(BODY), "Callback-Secret", "s3cret-value"));

        assertEquals("white space or quotes around the secret", finding.accident());
    }

    @ParameterizedTest
    @CsvSource({"Basic dXNlcjpw6Q==, user:pé, another charset of the sent secret",
            "user:secret, user:secret, 'credentials that are not in base64, or without “Basic”'",
            "dXNlcjpzZWNyZXQ=, user:secret, 'credentials that are not in base64, or without “Basic”'",
            "Basic user:secret, user:secret, 'credentials that are not in base64, or without “Basic”'",
            "Basic dXNlcjpzZWNyZXQ=, Basic dXNlcjpzZWNyZXQ=, credentials in another form",
            "Basic dXNlcjpzZWNyZXQ=, 'user:secret ', white space or quotes around the secret"})
    void credentialsInAnotherForm_areExplained(String sent, String pasted, String accident)
            throws InterruptedException {
        Finding finding = Diagnoser.diagnose(Requests.seen(new HttpBasic(), List.of(new Secret("main", pasted)),
                Requests.adding(Requests.message(BODY), "Authorization", sent))).finding().orElseThrow();

        assertEquals(accident, finding.accident());
    }

    @Test
    void aHeaderKeyWithoutItsSpace_isExplained() throws InterruptedException {
        Finding finding = finding(Requests.scheme("optimizely-campaign"), new Secret("main", "X-Key:abc"),
                Requests.adding(Requests.message(BODY), "X-Key", "abc"));

        assertTrue(finding.cause().contains("without a space after the colon"), finding.cause());
    }

    @Test
    void theSecretOfAnotherSource_isExplained() throws InterruptedException {
        Case seen = new Case(Requests.scheme("github"), List.of(new Secret("mine", "something else")),
                signed("github"), List.of(new Neighbour("Shop", List.of(new Secret("old", "no"), TEXT))), List.of());

        Finding finding = Diagnoser.diagnose(seen).finding().orElseThrow();

        assertEquals("It was signed with secret “main” of source “Shop”.", finding.cause());
        assertEquals("main", finding.secret());
    }

    @Test
    void anotherProvider_isExplained() throws InterruptedException {
        Finding finding = finding(Requests.scheme("stripe"), TEXT, signed("slack"));

        assertTrue(finding.cause().contains("signed as Slack signs"), finding.cause());
        assertEquals(Help.PROVIDER, finding.help());
    }

    @Test
    void nothingThatCouldBeASignature_isSaid() throws InterruptedException {
        Diagnosis diagnosis = Diagnoser
                .diagnose(Requests.seen(Requests.scheme("github"), List.of(TEXT), Requests.message(BODY)));

        assertTrue(diagnosis.words().contains("carries nothing"), diagnosis.words());
    }

    /** Wrong secrets, bodies and signatures at random: whatever is named then would be a false name. */
    @Test
    void aThousandRandomRequests_areNeverExplained() throws InterruptedException {
        Random random = new Random(1_000);
        List<String> providers = List.of("optimizely-experimentation", "optimizely-cmp", "optimizely-campaign",
                "github", "stripe", "slack", "shopify", "standard-webhooks", "twilio", "square", "hubspot");
        for (int i = 0; i < 1_000; i++) {
            String provider = providers.get(random.nextInt(providers.size()));
            Scheme scheme = Requests.scheme(provider);
            Secret theirs = new Secret("theirs", text(random, provider));
            Secret ours = new Secret("ours", text(random, provider));
            SignedMessage received = Requests.signed(scheme, theirs,
                    Requests.message("{\"n\": " + random.nextInt() + ", \"é\": \"" + random.nextLong() + "/\"}\n"));

            Diagnosis diagnosis = Diagnoser.diagnose(Requests.seen(scheme, List.of(ours), received));

            assertEquals(Optional.empty(), diagnosis.finding(), provider);
            assertTrue(diagnosis.words().startsWith("Nothing matches. ")
                    || diagnosis.words().contains("carries nothing"), diagnosis.words());
        }
    }

    private static String text(Random random, String provider) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        return provider.equals("optimizely-campaign") ? (random.nextBoolean() ? "user:" : "X-Key: ") + text : text;
    }

    @Test
    void diagnose_interrupted_ends() {
        Case seen = Requests.seen(Requests.scheme("github"), List.of(new Secret("x", "other")), signed("github"));
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> Diagnoser.diagnose(seen));
        assertFalse(Thread.interrupted());
    }

    @Test
    void diagnose_aVeryLargeBody_saysWhatWasNotTried() throws InterruptedException {
        byte[] body = new byte[48 << 20];
        body[0] = '{';
        SignedMessage sent = Requests.signed(Requests.scheme("github"), TEXT, Requests.message(body));
        Diagnosis diagnosis = Diagnoser
                .diagnose(Requests.seen(Requests.scheme("github"), List.of(new Secret("x", "other")), sent));

        assertFalse(diagnosis.notTried().isEmpty());
        assertTrue(diagnosis.words().contains("too large to try more"), diagnosis.words());
    }

    @Test
    void words_sayHowManyKindsWereTried() {
        List<String> names = new ArrayList<>(List.of("one", "two"));

        assertEquals("Nothing matches. 2 kinds of change were tried: one, two.",
                new Diagnosis(Optional.empty(), names, List.of(), List.of()).words());
    }
}
