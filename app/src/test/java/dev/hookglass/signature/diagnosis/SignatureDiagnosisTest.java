package dev.hookglass.signature.diagnosis;

import static dev.hookglass.signature.diagnosis.Findings.BODY;
import static dev.hookglass.signature.diagnosis.Findings.TEXT;
import static dev.hookglass.signature.diagnosis.Findings.finding;
import static dev.hookglass.signature.diagnosis.Findings.signature;
import static dev.hookglass.signature.diagnosis.Findings.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.signature.Content;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.Layout;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to signatures, times and URLs is made to happen, and named. */
class SignatureDiagnosisTest {
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
}
