package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The keys and signed requests that RFC 9421 publishes in its appendix B, but for the response. */
class PublishedMessageSignaturesTest {
    private static final MessageSignature SCHEME = new MessageSignature();
    private static final String URL = "/foo?param=Value&Pet=dog";
    private static final String CERTIFICATE = ":MIIBqDCCAU6gAwIBAgIBBzAKBggqhkjOPQQDAjA6MRswGQYDVQQKDBJMZXQncyBBdXRoZW50"
            + "aWNhdGUxGzAZBgNVBAMMEkxBIEludGVybWVkaWF0ZSBDQTAeFw0yMDAxMTQyMjU1MzNaFw0yMTAxMjMyMjU1MzNaMA0xCzAJBgNVBAMMAkJD"
            + "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8YnXXfaUgmnMtOXU/IncWalRhebrXmckC8vdgJ1p5Be5F/3YC8OthxM4+k1M6aEAEFcGzkJi"
            + "Ny6J84y7uzo9M6NyMHAwCQYDVR0TBAIwADAfBgNVHSMEGDAWgBRm3WjLa38lbEYCuiCPct0ZaSED2DAOBgNVHQ8BAf8EBAMCBsAwEwYDVR0l"
            + "BAwwCgYIKwYBBQUHAwIwHQYDVR0RAQH/BBMwEYEPYmRjQGV4YW1wbGUuY29tMAoGCCqGSM49BAMCA0gAMEUCIBHda/r1vaL6G3VliL4/Di6Y"
            + "K0Q6bMjeSkC3dFCOOB8TAiEAx/kHSB4urmiZ0NX5r5XarmPk0wmuydBVoU4hBVZ1yhk=:";

    static List<JsonNode> published() throws IOException {
        return new ObjectMapper().readTree(resource("rfc9421.json")).valueStream().toList();
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedRequest_isValid_andNotOnceChanged(JsonNode vector) throws IOException {
        Secret secret = secret(vector);
        SignedMessage message = message(vector);
        assertEquals(Outcome.VALID, SCHEME.check(message, secret).outcome(), SCHEME.check(message, secret).reason());

        List<Header> headers = message.head().headers();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).name();
            if (vector.path("input").asString().contains("\"" + name.toLowerCase(Locale.ROOT) + "\"")
                    || name.startsWith("Signature")) {
                List<Header> changed = new ArrayList<>(headers);
                changed.set(i, new Header(name, flipped(headers.get(i).value())));
                assertFalse(SCHEME.check(with(message, changed), secret).outcome() == Outcome.VALID, name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void thePublicKeyAlone_checks_butDoesNotSign(JsonNode vector) throws IOException {
        if (vector.has("key")) {
            String text = secret(vector).text();
            Secret half = new Secret("public", text.substring(0, text.indexOf("-----BEGIN", 1)));
            assertEquals(Outcome.VALID, SCHEME.check(message(vector), half).outcome());
            assertEquals(Optional.empty(), SCHEME.objection(half.text()));
            assertTrue(SCHEME.signingObjection(half).isPresent());
            assertEquals(List.of(), SCHEME.sign(message(vector), half));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc9421-rsa.pem", "rfc9421-rsa-pss.pem", "rfc9421-ecc-p256.pem", "rfc9421-ed25519.pem"})
    void whatAKeySigns_itTakes_andNoOtherKeyDoes(String key) throws IOException {
        Secret secret = new Secret("its", resource(key));
        RequestHead head = new RequestHead("POST", URL, "HTTP/1.1", List.of(new Header("Host", "example.com")));
        SignedMessage message = Messages.signed(new SignedMessage(head, Bytes.ofUtf8("{}"), Messages.AT), SCHEME,
                secret);

        Verdict verdict = SCHEME.check(message, secret);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict.reason());
        assertEquals(Outcome.INVALID, SCHEME.check(new SignedMessage(message.head(), Bytes.ofUtf8("[]"), Messages.AT),
                secret).outcome());
        for (JsonNode other : published()) {
            if (!other.path("key").asString("").equals(key)) {
                assertEquals(Outcome.INVALID, SCHEME.check(message, secret(other)).outcome());
            }
        }
    }

    /** RFC 9421 B.2.4 signs a response. */
    @Test
    void aPublishedResponse_hasASignatureOfItsBase() throws IOException {
        byte[] base = """
                "@status": 200
                "content-type": application/json
                "content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:
                "content-length": 23
                "@signature-params": ("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256\""""
                .getBytes(StandardCharsets.US_ASCII);
        Proof proof = MessageKey.read(resource("rfc9421-ecc-p256.pem")).proof(base, Optional.of("ecdsa-p256-sha256"));
        byte[] signature = Encoding.BASE64.read(
                "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==")
                .orElseThrow();

        assertTrue(proof.test().test(signature));
        base[3]++;
        assertFalse(proof.test().test(signature));
    }

    @Test
    void anAlgorithmThatTheKeyIsNotFor_isInvalid() throws IOException {
        JsonNode vector = published().getFirst();
        SignedMessage message = with(message(vector), List.of(new Header("Host", "example.com"),
                new Header("Signature-Input", vector.path("input").asString() + ";alg=\"hmac-sha256\""),
                new Header("Signature", vector.path("signature").asString())));

        Verdict verdict = SCHEME.check(message, secret(vector));
        assertEquals(Outcome.INVALID, verdict.outcome());
        assertTrue(verdict.reason().contains("hmac-sha256") && verdict.reason().contains("rsa-pss-sha512"),
                verdict.reason());
    }

    /** RFC 9421 §2.2.8. */
    @Test
    void queryParameters_areWrittenAnew() {
        String query = "var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something";
        assertEquals(Optional.of("this%20is%20a%20big%0Amultiline%20value"), QueryParameter.value(query, "var"));
        assertEquals(Optional.of("with%20plus%20whitespace"), QueryParameter.value(query, "bar"));
        assertEquals(Optional.of("something"), QueryParameter.value(query, "fa%C3%A7ade%22%3A%20"));
        assertEquals(Optional.empty(), QueryParameter.value("a=1&a=1", "a"));
        assertEquals(Optional.of(""), QueryParameter.value("qux=", "qux"));
    }

    private static Secret secret(JsonNode vector) throws IOException {
        return new Secret("published",
                vector.has("key") ? resource(vector.path("key").asString()) : vector.path("secret").asString());
    }

    private static SignedMessage message(JsonNode vector) {
        return new SignedMessage(new RequestHead("POST", URL, "HTTP/1.1", List.of(
                new Header("Host", vector.path("host").asString("example.com")),
                new Header("Date", "Tue, 20 Apr 2021 02:07:55 GMT"),
                new Header("Content-Type", "application/json"),
                new Header("Content-Digest",
                        "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:"),
                new Header("Content-Length", "18"),
                new Header("Client-Cert", CERTIFICATE),
                new Header("Signature-Input", vector.path("input").asString()),
                new Header("Signature", vector.path("signature").asString()))),
                Bytes.ofUtf8("{\"hello\": \"world\"}"), Messages.AT);
    }

    private static SignedMessage with(SignedMessage message, List<Header> headers) {
        RequestHead head = message.head();
        return new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers),
                message.body(),
                message.time());
    }

    private static String flipped(String value) {
        int at = value.length() / 2;
        return value.substring(0, at) + (value.charAt(at) == 'A' ? 'B' : 'A') + value.substring(at + 1);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PublishedMessageSignaturesTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("There is no test resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
