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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacTest {
    private static final Hmac SHA1 = new Hmac("X-Hub-Signature", Hash.SHA1, "sha1=");
    /** That of the provider's own example of a delivery. */
    private static final Secret PUBLISHED = new Secret("published", "yIRFMTpsBcAKKRjJPCIykNo6EkNxJn_nq01-_r3S8i4");
    private static final Secret AGENT = new Secret("agent", "I am secret");
    private static final String AGENT_HEX = "e0199de63fb7192634f52136d4ceb7dc6f191da3";

    @Test
    void check_theExperimentationExampleAsPublished_isValid() throws IOException {
        Verdict verdict = SHA1.check(Messages.captured("datafile-published"), PUBLISHED);

        assertEquals(new Verdict(Outcome.VALID, "X-Hub-Signature matches the body and secret “published”."), verdict);
    }

    @Test
    void check_theVectorOfOptimizelysAgent_isValid() throws IOException {
        assertEquals(Outcome.VALID, SHA1.check(Messages.captured("datafile-agent"), AGENT).outcome());
    }

    @Test
    void sign_theAgentsBody_givesTheAgentsSignature() throws IOException {
        SignedMessage message = Messages.captured("datafile-agent");

        List<Header> headers = SHA1.sign(message, AGENT);

        assertEquals(List.of(new Header("X-Hub-Signature", "sha1=" + AGENT_HEX)), headers);
    }

    /** RFC 4231, test case 2. */
    @Test
    void sign_sha256AndSha512_giveThePublishedDigests() {
        SignedMessage message = Messages.of(Bytes.ofUtf8("what do ya want for nothing?"));
        Secret jefe = new Secret("rfc", "Jefe");

        assertEquals("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                new Hmac("S", Hash.SHA256, "").sign(message, jefe).getFirst().value());
        assertEquals(
                "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
                new Hmac("S", Hash.SHA512, "").sign(message, jefe).getFirst().value());
    }

    @ParameterizedTest
    @EnumSource(Hash.class)
    void check_whatWasSigned_isValid(Hash hash) {
        Hmac scheme = new Hmac("X-Signature", hash, "v=");
        SignedMessage message = Messages.of(Bytes.wrap(new byte[]{0, -1, 13, 10, 127}));

        SignedMessage signed = Messages.signed(message, scheme, PUBLISHED);

        assertEquals(Outcome.VALID, scheme.check(signed, PUBLISHED).outcome());
        assertEquals(Outcome.INVALID, scheme.check(signed, AGENT).outcome());
    }

    @Test
    void check_anyBitOfTheBodyFlipped_isInvalid() throws IOException {
        SignedMessage message = Messages.captured("datafile-published");
        for (int i = 0; i < message.body().size(); i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = message.body().array().clone();
                flipped[i] ^= (byte) (1 << bit);
                SignedMessage tampered = new SignedMessage(message.head(), Bytes.wrap(flipped), message.time());
                assertEquals(Outcome.INVALID, SHA1.check(tampered, PUBLISHED).outcome(), "byte " + i + " bit " + bit);
            }
        }
    }

    @Test
    void check_aLineBreakAfterTheBody_isInvalid() throws IOException {
        SignedMessage message = Messages.captured("datafile-published");
        SignedMessage longer = new SignedMessage(message.head(), Bytes.ofUtf8(message.body().utf8() + "\n"),
                message.time());

        Verdict verdict = SHA1.check(longer, PUBLISHED);

        assertEquals(Outcome.INVALID, verdict.outcome());
        assertTrue(verdict.reason().contains("“published”"), verdict.reason());
    }

    @Test
    void check_noHeader_isMissing() {
        assertEquals(new Verdict(Outcome.MISSING, "The request has no X-Hub-Signature header."),
                SHA1.check(Messages.with(), AGENT));
    }

    @Test
    void check_theHeaderInOtherCase_isFound() throws IOException {
        SignedMessage message = Messages.captured("datafile-agent");
        RequestHead lower = new RequestHead("POST", "/", "HTTP/1.1",
                List.of(new Header("x-hub-signature", "sha1=" + AGENT_HEX)));

        assertEquals(Outcome.VALID,
                SHA1.check(new SignedMessage(lower, message.body(), message.time()), AGENT).outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha1=", AGENT_HEX, "sha256=" + AGENT_HEX, "SHA1=" + AGENT_HEX,
            "sha1=" + AGENT_HEX + "0", "sha1=" + AGENT_HEX + " ", "sha1=e0199de63fb7192634f52136d4ceb7dc6f191da",
            "sha1=zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "sha1=some_random_signature_in_header"})
    void check_anotherForm_isMalformed(String value) throws IOException {
        SignedMessage message = Messages.of(Messages.captured("datafile-agent").body(),
                new Header("X-Hub-Signature", value));

        assertEquals(Outcome.MALFORMED, SHA1.check(message, AGENT).outcome());
    }

    @Test
    void check_upperCaseHex_isMalformedAsTheAgentWouldRefuseIt() throws IOException {
        SignedMessage message = Messages.of(Messages.captured("datafile-agent").body(),
                new Header("X-Hub-Signature", "sha1=" + AGENT_HEX.toUpperCase(Locale.ROOT)));

        Verdict verdict = SHA1.check(message, AGENT);

        assertEquals(Outcome.MALFORMED, verdict.outcome());
        assertTrue(verdict.reason().contains("40 lower-case hex digits"), verdict.reason());
    }

    @Test
    void objection_anEmptySecret_isRefused() {
        assertTrue(SHA1.objection("").isPresent());
        assertFalse(SHA1.objection(" any text, spaces too ").isPresent());
    }
}
