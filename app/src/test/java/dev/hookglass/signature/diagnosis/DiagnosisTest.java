package dev.hookglass.signature.diagnosis;

import static dev.hookglass.signature.diagnosis.Findings.BODY;
import static dev.hookglass.signature.diagnosis.Findings.TEXT;
import static dev.hookglass.signature.diagnosis.Findings.finding;
import static dev.hookglass.signature.diagnosis.Findings.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not known is not named, and what was not tried is said. */
class DiagnosisTest {
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
    void diagnose_ofALargeBody_interrupted_ends() {
        Case seen = Requests.seen(Requests.scheme("github"), List.of(new Secret("x", "other")), large(""));
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> Diagnoser.diagnose(seen));
        assertFalse(Thread.interrupted());
    }

    @Test
    void diagnose_aLargeBody_findsWhatHappenedToIt() throws InterruptedException {
        Case seen = Requests.seen(Requests.scheme("github"), List.of(TEXT), large("\n"));

        assertEquals("a line break at the end of the body",
                Diagnoser.diagnose(seen).finding().orElseThrow().accident());
    }

    /** A signed one of a MiB, at whose end something is put. */
    private static SignedMessage large(String end) {
        String body = "[" + "{\"a\": \"ö\", \"b\": [1, 2]},".repeat(40_000) + "1]";
        SignedMessage sent = Requests.signed(Requests.scheme("github"), TEXT, Requests.message(body));
        return Requests.withBody(sent, (body + end).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void diagnose_aVeryLargeBody_saysWhatWasNotTried() throws InterruptedException {
        byte[] body = new byte[48 << 20];
        body[0] = '{';
        SignedMessage sent = Requests.signed(Requests.scheme("github"), TEXT, Requests.message(body));
        Diagnosis diagnosis = Diagnoser
                .diagnose(Requests.seen(Requests.scheme("github"), List.of(new Secret("x", "other")), sent));

        assertFalse(diagnosis.notTried().isEmpty());
        assertTrue(diagnosis.words().contains("too large to try all at once. Not tried: "), diagnosis.words());
    }

    @Test
    void aMoment_isOverInTime_butNotForSmallBodies() {
        long start = System.nanoTime();
        Budget small = new Budget(Patience.MOMENT, Budget.LARGE - 1);
        Budget large = new Budget(Patience.MOMENT, 1 << 20);
        while (large.goesOn()) {
            Thread.onSpinWait();
        }

        assertTrue(System.nanoTime() - start >= 150_000_000);
        assertTrue(small.goesOn());
    }

    @Test
    void aMoment_isWaitedForNoLongerThanItLasts() {
        long day = Duration.ofDays(1).toNanos();

        assertTrue(new Budget(Patience.MOMENT, 1 << 20).nanosToWait() <= 175_000_000);
        assertTrue(new Budget(Patience.MOMENT, Budget.LARGE - 1).nanosToWait() > day);
        assertTrue(new Budget(Patience.ALL_OF_IT, 1 << 20).nanosToWait() > day);
    }

    @Test
    void diagnose_forAMoment_tellsOfAllThatItDidNotTry() throws InterruptedException {
        Case seen = Requests.seen(Requests.scheme("github"), List.of(new Secret("x", "other")), large(""));

        Diagnosis moment = Diagnoser.diagnose(seen, Patience.MOMENT);
        Diagnosis whole = Diagnoser.diagnose(seen);

        assertEquals(List.of(), whole.notTried());
        Set<String> told = new HashSet<>(moment.ruledOut());
        told.addAll(moment.notTried());
        assertTrue(told.containsAll(whole.ruledOut()), moment.words());
    }

    @Test
    void words_sayHowManyKindsWereTried() {
        List<String> names = new ArrayList<>(List.of("one", "two"));

        assertEquals("Nothing matches. 2 kinds of change were tried: one, two.",
                new Diagnosis(Optional.empty(), names, List.of(), List.of()).words());
    }
}
