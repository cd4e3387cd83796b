package dev.hookglass.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("none"));
    private static final String TEXT = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Secret RIGHT = new Secret("right", TEXT);
    private static final Secret WRONG = new Secret("wrong", "0123456789abcdef0123456789abcdef");

    static Stream<Provider> providers() {
        return CATALOGUE.all().stream();
    }

    private static Scheme scheme(String provider) {
        return CATALOGUE.find(provider).orElseThrow().scheme();
    }

    /** Whatever the scheme: the explanation comes to the verdict that was given, says why, and gives no secret away. */
    @ParameterizedTest
    @MethodSource("providers")
    void explanation_isThatOfTheVerdict(Provider provider) {
        Secret secret = provider.id().equals("adyen")
                ? new Secret("right", "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056")
                : provider.id().equals("optimizely-campaign") ? new Secret("right", "user:" + TEXT) : RIGHT;
        Scheme scheme = provider.scheme();
        SignedMessage message = Messages.with(new Header("Host", "a.example"));
        SignedMessage sent = scheme.fits(secret) ? Messages.signed(message, scheme, secret) : message;
        for (SignedMessage each : List.of(message, sent)) {
            Explanation explanation = Explanation.of(scheme, List.of(WRONG, secret), each);

            assertEquals(Judge.judge(scheme, List.of(WRONG, secret), each), explanation.verdict());
            assertFalse(explanation.steps().isEmpty());
            assertTrue(explanation.steps().stream().allMatch(step -> step.words().endsWith(".")),
                    explanation.steps()::toString);
            assertFalse(explanation.toString().contains(secret.text()), "the secret is told");
            boolean isValid = explanation.verdict().outcome() == Outcome.VALID;
            assertEquals(isValid, explanation.match().isPresent());
        }
    }

    @Test
    void steps_ofAPublishedRequest_areToldInOrder() throws IOException {
        Secret published = new Secret("agent", "I am secret");
        SignedMessage message = Messages.captured("datafile-agent");

        Explanation explanation = Explanation.of(scheme("optimizely-experimentation"), List.of(WRONG, published),
                message);

        assertEquals(List.of(Step.Sign.GOOD, Step.Sign.NOTE, Step.Sign.BAD, Step.Sign.GOOD),
                explanation.steps().stream().map(Step::sign).toList());
        assertTrue(explanation.steps().getFirst().words().contains("X-Hub-Signature: “sha1="));
        assertEquals("HMAC-SHA1 with secret “agent” is what the request carries.",
                explanation.steps().getLast().words());
        assertEquals(Optional.of(message.body()), explanation.signed());
        assertEquals(20, explanation.received().getFirst().bytes().size());
        assertEquals("agent", explanation.match().orElseThrow().secret());
    }

    @Test
    void signedContentAndTime_areThoseOfTheProvider() {
        SignedMessage sent = Messages.signed(Messages.of(Bytes.ofUtf8("{\"a\":1}")), scheme("slack"), RIGHT);
        SignedMessage late = new SignedMessage(sent.head(), sent.body(), sent.time().plusSeconds(400));

        Explanation explanation = Explanation.of(scheme("slack"), List.of(RIGHT), late);

        assertEquals(Outcome.STALE, explanation.verdict().outcome());
        long seconds = Messages.AT.getEpochSecond();
        assertEquals("v0:" + seconds + ":{\"a\":1}", explanation.signed().orElseThrow().utf8());
        SignedTime time = explanation.time().orElseThrow();
        assertEquals(Optional.of(Duration.ofSeconds(400)), time.age());
        assertEquals(Optional.of(Duration.ofMinutes(5)), time.tolerance());
        assertTrue(explanation.steps().stream().anyMatch(
                step -> step.sign() == Step.Sign.BAD
                        && step.words().contains("6 minutes 40 seconds before it arrived")));
    }

    @Test
    void expected_isToldOnRequestOnly() {
        SignedMessage sent = Messages.signed(Messages.with(), scheme("github"), RIGHT);
        String right = sent.head().first("X-Hub-Signature-256").orElseThrow();
        SignedMessage wrong = Messages.with(new Header("X-Hub-Signature-256", "sha256=" + "00".repeat(32)));

        Explanation explanation = Explanation.of(scheme("github"), List.of(RIGHT), wrong);

        assertFalse(explanation.toString().contains(right.substring(7)));
        assertEquals(right, explanation.trials().getFirst().expected().orElseThrow().reveal());
    }

    @Test
    void received_thatIsASecretItself_isMarkedAndNotTold() {
        SignedMessage message = Messages.with(new Header("Callback-Secret", "somebody's"));

        Explanation explanation = Explanation.of(new HeaderEquals("Callback-Secret"), List.of(RIGHT), message);

        assertTrue(explanation.received().getFirst().isSecret());
        assertFalse(explanation.toString().contains("somebody's"), explanation::toString);
    }

    @Test
    void missing_namesWhatWasLookedFor() {
        Explanation explanation = Explanation.of(scheme("stripe"), List.of(RIGHT), Messages.with());

        assertEquals(List.of(new Step(Step.Sign.BAD, "The request has no Stripe-Signature header.")),
                explanation.steps());
        assertEquals(Optional.empty(), explanation.signed());
    }
}
