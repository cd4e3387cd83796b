package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSignatureTest {
    private static final MessageSignature SCHEME = new MessageSignature();
    private static final Secret SHARED = new Secret("shared", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String PRIVATE = "whsk_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", PRIVATE})
    void check_whatWasSigned_isValidAndCoversTheBody(String text) {
        Secret secret = new Secret("any", text);
        SignedMessage signed = Messages.signed(message(), SCHEME, secret);

        assertEquals(Outcome.VALID, SCHEME.check(signed, secret).outcome());
        assertTrue(SCHEME.check(signed, secret).reason().contains("covers the body"));
        assertEquals(Outcome.INVALID,
                SCHEME.check(new SignedMessage(signed.head(), Bytes.ofUtf8("[]"), signed.time(), signed.publicUrl()),
                        secret).outcome());
    }

    @Test
    void check_anExpiredSignature_isStale() {
        String parameters = "(\"@method\");created=1;expires=1767225600";
        byte[] base = ("\"@method\": POST\n\"@signature-params\": " + parameters)
                .getBytes(StandardCharsets.US_ASCII);
        String signature = Encoding.BASE64.write(Hash.SHA256.hmac(KeyForm.BASE64.key(SHARED), List.of(base)));
        SignedMessage message = Messages.with(new Header("Host", "a.example"),
                new Header("Signature-Input", "a=" + parameters), new Header("Signature", "a=:" + signature + ":"));

        assertEquals(Outcome.STALE, SCHEME.check(message, SHARED).outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sig1", "other=(\"@method\")", "sig1=(\"x-not-there\")", "sig1=(\"@unknown\")",
            "sig1=(\"@query-param\";name=\"a\")"})
    void check_whatIsNotUnderstood_isMalformed(String input) {
        SignedMessage signed = Messages.signed(message(), SCHEME, SHARED);
        List<Header> headers = new ArrayList<>(signed.head().headers());
        headers.replaceAll(header -> header.is("Signature-Input") ? new Header(header.name(), input) : header);

        assertEquals(Outcome.MALFORMED, SCHEME.check(with(signed, headers), SHARED).outcome());
    }

    @Test
    void check_longOrRandomHeaders_neverThrows() {
        SignedMessage signed = Messages.signed(message(), SCHEME, SHARED);
        Random random = new Random(3);
        List<String> inputs = new ArrayList<>(List.of("sig1=(" + "\"a\" ".repeat(20_000) + ")", "(".repeat(60_000),
                "sig1=()" + ";a=b".repeat(20_000), "sig1=:" + "A".repeat(60_000), "\"".repeat(60_000)));
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            inputs.add("sig1=(" + Bytes.wrap(bytes).latin1());
        }
        for (String input : inputs) {
            List<Header> headers = new ArrayList<>(signed.head().headers());
            headers.replaceAll(header -> new Header(header.name(), input));
            assertTrue(SCHEME.check(with(signed, headers), SHARED).outcome() != Outcome.VALID);
        }
    }

    private static SignedMessage message() {
        RequestHead head = new RequestHead("POST", "/hook", "HTTP/1.1", List.of());
        return new SignedMessage(head, Bytes.ofUtf8("{}"), Messages.AT, Optional.of("https://a.example/hook"));
    }

    private static SignedMessage with(SignedMessage message, List<Header> headers) {
        RequestHead head = message.head();
        return new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers),
                message.body(), message.time(), message.publicUrl());
    }
}
