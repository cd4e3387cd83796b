package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderEqualsTest {
    private static final HeaderEquals SCHEME = new HeaderEquals("Callback-Secret");
    private static final Secret SECRET = new Secret("main", "s3cr3t-ä");

    @Test
    void check_theSecretInUtf8_isValid() {
        Header sent = SCHEME.sign(Messages.with(), SECRET).getFirst();

        assertEquals(new Verdict(Outcome.VALID, "Callback-Secret matches secret “main”."),
                SCHEME.check(Messages.with(sent), SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback-secret", "CALLBACK-SECRET"})
    void check_theHeaderInOtherCase_isValid(String name) {
        Header sent = new Header(name, "plain");

        assertEquals(Outcome.VALID, SCHEME.check(Messages.with(sent), new Secret("main", "plain")).outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plai", "plainn", "Plain", "plain,plain"})
    void check_anotherText_isInvalid(String value) {
        assertEquals(new Verdict(Outcome.INVALID, "Callback-Secret does not match secret “main”."),
                SCHEME.check(Messages.with(new Header("Callback-Secret", value)), new Secret("main", "plain")));
    }

    @Test
    void check_noHeader_isMissing() {
        assertEquals(Outcome.MISSING, SCHEME.check(Messages.with(new Header("Callback", "x")), SECRET).outcome());
    }

    @Test
    void check_anEmptyHeader_isMalformed() {
        assertEquals(Outcome.MALFORMED,
                SCHEME.check(Messages.with(new Header("Callback-Secret", "")), SECRET).outcome());
    }

    @Test
    void check_theHeaderTwice_isMalformedEvenIfOneIsRight() {
        Header right = new Header("Callback-Secret", "plain");
        Header wrong = new Header("callback-secret", "other");

        Verdict verdict = SCHEME.check(Messages.with(right, wrong), new Secret("main", "plain"));

        assertEquals(Outcome.MALFORMED, verdict.outcome());
        assertTrue(verdict.reason().contains("2 Callback-Secret headers"), verdict.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "x ", "a\nb", "a\rb", "a\u0000b", "a\u007fb"})
    void objection_aTextNoHeaderCanCarry_isRefused(String text) {
        assertTrue(SCHEME.objection(text).isPresent());
    }
}
