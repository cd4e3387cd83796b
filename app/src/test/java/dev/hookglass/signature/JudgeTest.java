package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final HeaderEquals SCHEME = new HeaderEquals("Callback-Secret");
    private static final SignedMessage MESSAGE = Messages.with(new Header("Callback-Secret", "right-one"));
    private static final Secret OLD = new Secret("old", "wrong-one");
    private static final Secret NEW = new Secret("new", "right-one");

    @Test
    void judge_noSecret_isUnchecked() {
        Verdict verdict = Judge.judge(SCHEME, List.of(), MESSAGE);

        assertEquals(Outcome.UNCHECKED, verdict.outcome());
        assertTrue(verdict.reason().contains("add one"), verdict.reason());
    }

    @Test
    void judge_anUnsignedProvider_isUnsignedWhateverTheSecrets() {
        assertEquals(Outcome.UNSIGNED, Judge.judge(new Unsigned(), List.of(NEW), MESSAGE).outcome());
    }

    @Test
    void judge_severalSecrets_namesTheOneThatMatches() {
        Verdict verdict = Judge.judge(SCHEME, List.of(OLD, NEW), MESSAGE);

        assertEquals(new Verdict(Outcome.VALID, "Callback-Secret matches secret “new”."), verdict);
    }

    @Test
    void judge_noneMatches_namesThemAll() {
        Verdict verdict = Judge.judge(SCHEME, List.of(OLD, new Secret("older", "x")), MESSAGE);

        assertEquals(Outcome.INVALID, verdict.outcome());
        assertTrue(verdict.reason().contains("“old”, “older”"), verdict.reason());
    }

    @Test
    void judge_severalSecretsAndNoHeader_isMissing() {
        assertEquals(Outcome.MISSING, Judge.judge(SCHEME, List.of(OLD, NEW), Messages.with()).outcome());
    }

    @Test
    void judge_secretsOfAnotherForm_isUncheckedAndSaysSo() {
        Verdict verdict = Judge.judge(new HttpBasic(), List.of(NEW), MESSAGE);

        assertEquals(Outcome.UNCHECKED, verdict.outcome());
        assertTrue(verdict.reason().contains("http-basic"), verdict.reason());
    }

    private static Secret window(Secret secret, String from, String until) {
        return new Secret(secret.name(), secret.text(), Optional.of(from).filter(t -> !t.isEmpty()).map(Instant::parse),
                Optional.of(until).filter(t -> !t.isEmpty()).map(Instant::parse));
    }

    @ParameterizedTest
    @CsvSource({"'', '', VALID", "2026-11-20T12:00:00Z, '', VALID", "'', 2026-11-20T12:00:00Z, INVALID",
            "'', 2026-11-20T12:00:01Z, VALID", "2026-11-20T12:00:01Z, '', INVALID",
            "2026-11-19T00:00:00Z, 2026-11-21T00:00:00Z, VALID", "2026-11-18T00:00:00Z, 2026-11-19T00:00:00Z, INVALID"})
    void judge_aSecretThatMatches_countsInItsWindowOnly(String from, String until, Outcome outcome) {
        assertEquals(outcome, Judge.judge(SCHEME, List.of(window(NEW, from, until)), MESSAGE).outcome());
    }

    @Test
    void judge_aSecretThatEnded_isNamedWithItsEndThoughAnotherIsValid() {
        Secret ended = window(NEW, "", "2026-11-19T08:30:00Z");

        Verdict verdict = Judge.judge(SCHEME, List.of(OLD, ended), MESSAGE);

        assertEquals(new Verdict(Outcome.INVALID, "The signature matches secret “new”, which ended on"
                + " 2026-11-19 08:30 UTC; the request came on 2026-11-20 12:00 UTC."), verdict);
    }

    @Test
    void judge_noSecretOfThatTime_isUncheckedUnlessNothingIsThereToCheck() {
        List<Secret> later = List.of(window(OLD, "2026-12-01T00:00:00Z", ""));

        assertEquals(Outcome.UNCHECKED, Judge.judge(SCHEME, later, MESSAGE).outcome());
        assertEquals(Outcome.MISSING, Judge.judge(SCHEME, later, Messages.with()).outcome());
    }

    @Test
    void judge_secretsThatCannotBeRead_isUncheckedAndSaysSo() {
        Verdict verdict = Judge.judge(SCHEME, List.of(NEW.withoutText()), MESSAGE);

        assertEquals(Outcome.UNCHECKED, verdict.outcome());
        assertTrue(verdict.reason().contains("cannot be read"), verdict.reason());
        assertEquals(Outcome.VALID, Judge.judge(SCHEME, List.of(OLD.withoutText(), NEW), MESSAGE).outcome());
    }

    @ParameterizedTest
    @CsvSource({"300, , VALID", "301, , STALE", "301, PT10M, VALID", "60, PT1M, VALID", "61, PT1M, STALE",
            "-61, PT1M, STALE"})
    void judge_aTolerance_standsInPlaceOfTheProviders(int age, @Nullable Duration tolerance, Outcome outcome) {
        Layout layout = new Layout(new SignatureHeader(List.of("S"), "", "", Encoding.HEX),
                new Content(List.of(Content.Part.TIMESTAMP, Content.Part.BODY)),
                Optional.of(new Timestamp(List.of(new Place.InHeader("T")), Timestamp.Unit.SECONDS,
                        Optional.of(Duration.ofMinutes(5)), Timestamp.Side.BOTH)),
                List.of());
        Hmac scheme = new Hmac(layout, Hash.SHA256, KeyForm.TEXT);
        SignedMessage sent = Messages.signed(Messages.with(), scheme, NEW);

        SignedMessage arrived = new SignedMessage(sent.head(), sent.body(), Messages.AT.plusSeconds(age),
                Optional.empty(), Optional.ofNullable(tolerance));

        assertEquals(outcome, Judge.judge(scheme, List.of(NEW), arrived).outcome());
        assertEquals(Optional.of(Duration.ofMinutes(5)), scheme.timestamp().flatMap(Timestamp::tolerance));
    }

    @Test
    void judge_neverTellsASecretOrAnExpectedSignature() {
        Secret secret = new Secret("name", "Header: canary:text");
        List<Scheme> schemes = List.of(SCHEME, new HttpBasic(), new HeaderKey(), new Hmac("S", Hash.SHA1, "sha1="),
                new FirstFitting(List.of(new HeaderKey(), new HttpBasic())));
        for (Scheme scheme : schemes) {
            String expected = scheme.sign(MESSAGE, secret).getFirst().value();
            for (SignedMessage message : List.of(MESSAGE, Messages.with(), Messages.signed(MESSAGE, scheme, secret),
                    Messages.with(new Header("S", "sha1=0000000000000000000000000000000000000000"),
                            new Header("Authorization", "Basic YTpi"), new Header("Header", "x")))) {
                String told = Judge.judge(scheme, List.of(secret, OLD), message).reason();
                assertFalse(told.contains("canary") || told.contains(expected) || told.contains("wrong-one"), told);
            }
        }
        assertFalse(secret.toString().contains("canary"));
        assertFalse(new Header("Callback-Secret", "canary").toString().contains("canary"));
    }

    @Test
    void objection_neverRepeatsTheSecret() {
        for (Scheme scheme : List.of(SCHEME, new HttpBasic(), new HeaderKey(), new Unsigned())) {
            assertFalse(scheme.objection("canary\n").orElse("").contains("canary"));
        }
    }
}
