package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes of a check, its words hold neither the secret nor the signature that would have been right. */
class ToldSecretsTest {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=_]{20,}");

    static List<SignedWay> ways() {
        return SignedWay.all();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void judge_whateverComesOut_tellsNoSecretAndNoRightSignature(SignedWay way) {
        for (SignedMessage message : messages(way)) {
            Set<String> hidden = hidden(way, message);
            for (List<Secret> secrets : List.of(List.of(way.secret()), List.of(unfit(way), way.secret()),
                    List.of(way.secret(), new Secret("again", way.secret().text())))) {
                Verdict verdict = Judge.judge(way.scheme(), secrets, message);
                assertTellsNone(hidden, verdict.reason());
                assertTellsNone(hidden, verdict + " " + message + " " + way.provider() + " " + secrets);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void objection_neverRepeatsWhatWasTyped(SignedWay way) {
        for (String typed : List.of("canary", " canary\n", "canary: ", ":canary", "whsec_canary!", "whpk_canary", "",
                "-----BEGIN canary-----\ncanary")) {
            assertFalse(way.provider().objection(typed).orElse("").contains("canary"));
            assertFalse(way.scheme().signingObjection(way.secret()).orElse("").contains("canary"));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void toString_ofWhatIsSent_tellsNoSecret(SignedWay way) {
        SignedMessage message = way.signed();
        Set<String> hidden = hidden(way, message);
        Signer signer = new Signer(way.scheme(), way.secret(), SignedWay.AT);
        OutboundRequest request = new OutboundRequest("POST", TargetUrl.of("http://localhost/x"),
                message.head().headers(), message.body());

        assertTellsNone(hidden, signer + " " + request + " " + way.secret());
    }

    /** The test above would prove nothing if some outcome never came. */
    @Test
    void judge_theseMessages_comeToEveryOutcome() {
        Set<Outcome> outcomes = ways().stream()
                .flatMap(way -> messages(way).stream().map(way::judged))
                .map(Verdict::outcome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));

        assertEquals(EnumSet.of(Outcome.VALID, Outcome.INVALID, Outcome.STALE, Outcome.MISSING, Outcome.MALFORMED),
                outcomes);
    }

    private static List<SignedMessage> messages(SignedWay way) {
        SignedMessage signed = way.signed();
        List<SignedMessage> messages = new ArrayList<>(List.of(signed,
                new SignedMessage(signed.head(), signed.body(), signed.time().plus(Duration.ofDays(1)),
                        signed.publicUrl()),
                SignedWay.with(signed, List.of(), signed.body()),
                SignedWay.with(signed, signed.head().headers(), Bytes.EMPTY),
                SignedWay.with(signed, signed.head().headers(), Bytes.ofUtf8("{}"))));
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            messages.add(Mutation.any(random).apply(signed, random));
        }
        return messages;
    }

    /** The secret in all its spellings, and what a right signature of this message would hold that the message does not. */
    private static Set<String> hidden(SignedWay way, SignedMessage message) {
        String text = way.secret().text();
        String value = text.replaceFirst("^[^:\\n]{1,40}: ?", "");
        Set<String> hidden = Stream
                .of(text, value, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.toSet());
        TOKEN.matcher(text).results().forEach(token -> hidden.add(token.group()));
        String sent = message.head().headers().stream().map(Header::value).collect(Collectors.joining("\n"));
        SignedMessage right = SignedWay.with(message, message.head().headers(),
                way.scheme().signBody(message, way.secret()));
        way.scheme()
                .sign(right, way.secret())
                .forEach(header -> TOKEN.matcher(header.value())
                        .results()
                        .filter(token -> !sent.contains(token.group()) && header.value().endsWith(token.group()))
                        .forEach(token -> hidden.add(token.group())));
        return hidden;
    }

    /** One of another form, or with other text. */
    private static Secret unfit(SignedWay way) {
        return new Secret("other", way.secret().text().length() > 20 ? "canary" : "another-canary-text");
    }

    private static void assertTellsNone(Set<String> hidden, String told) {
        hidden.forEach(text -> assertFalse(told.contains(text), () -> told + " tells " + text));
        assertFalse(told.contains("canary"), told);
    }
}
