package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

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
