package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The senders' own libraries and the built-in files take the same requests for genuine, whoever of the two has signed.
 *
 * <p>What was looked for on Maven Central in November 2026 besides those used here: HubSpot has no Java library that checks
 * signatures; those for Paddle ({@code com.xk72:paddle-webhook-verifier}, {@code com.jamiussiam:paddle-verifier}) know the
 * older Paddle Classic only, which signs with RSA; {@code com.github.twitch4j:twitch4j-eventsub-common} checks Twitch's, but
 * not without a cache framework and what that needs; no library of their own was found that checks those of GitHub, Shopify,
 * PagerDuty, Zoom, Discord, Contentful and Optimizely. For GitHub, Optimizely Experimentation and Typeform a third party's is
 * used.
 */
class SenderLibrariesTest {
    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("none"));

    static Stream<SenderLibrary> libraries() {
        return Stream.concat(signing(), Stream.of(new TwilioLibrary("", false), new TwilioLibrary(":8443", false),
                new TwilioLibrary("", true), new SquareLibrary(), new SendGridLibrary(Keys.p256())));
    }

    static Stream<SenderLibrary> signing() {
        return Stream.concat(BodyHmacLibrary.all().stream(),
                Stream.of(new StripeLibrary(), new SvixLibrary(), new StandardWebhooksLibrary(), new SlackLibrary(),
                        new AdyenNotificationLibrary(), new AdyenPlatformLibrary()));
    }

    @ParameterizedTest
    @MethodSource("signing")
    void check_whatTheLibrarySigned_isValid(SenderLibrary library) throws Exception {
        Verdict verdict = judged(library, signedByLibrary(library));

        assertEquals(Outcome.VALID, verdict.outcome(), verdict.reason());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void sign_theSendersOwnLibraryAccepts(SenderLibrary library) throws Exception {
        SignedMessage signed = signedByUs(library, library.body());

        assertTrue(library.accepts(signed));
        assertEquals(Outcome.VALID, judged(library, signed).outcome());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void sign_everySample_theSendersOwnLibraryAccepts(SenderLibrary library) throws Exception {
        Provider provider = provider(library);
        for (EventType type : provider.events()) {
            String body = Samples.body(provider, type, 3).utf8();
            // Of two ways of signing, a sample goes the usual one.
            if (library.headers().isEmpty()) {
                assertTrue(library.accepts(signedByUs(library, body)), type.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void check_oneBitOfTheBodyFlipped_isRefusedByBoth(SenderLibrary library) throws Exception {
        SignedMessage signed = signedByUs(library, library.body());
        for (String covered : library.covered()) {
            int start = signed.body().utf8().indexOf(covered);
            for (int i = start; i < start + covered.length(); i++) {
                StringBuilder body = new StringBuilder(signed.body().utf8());
                // The lowest bit of an ASCII character leaves the body text, which is all that libraries take.
                body.setCharAt(i, (char) (body.charAt(i) ^ 1));
                if (signed.body().utf8().charAt(i) < 0x80) {
                    assertRefused(library, with(signed, signed.head().headers(), body.toString()), "byte " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void check_oneCharacterOfTheSignatureChanged_isRefusedByBoth(SenderLibrary library) throws Exception {
        SignedMessage signed = signedByUs(library, library.body());
        String signature = library.signature(signed);
        // The last characters of base64 may stand for less than they can.
        for (int i = signature.length() - 24; i < signature.length() - 4; i++) {
            String changed = signature.substring(0, i) + (signature.charAt(i) == '0' ? '1' : '0')
                    + signature.substring(i + 1);
            List<Header> headers = new ArrayList<>(signed.head().headers());
            headers.replaceAll(header -> new Header(header.name(), header.value().replace(signature, changed)));
            assertRefused(library, with(signed, headers, signed.body().utf8().replace(signature, changed)),
                    "character " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void check_signedTenMinutesAgoOrAhead_isStaleWhereTheLibraryRefusesIt(SenderLibrary library) throws Exception {
        for (Duration away : List.of(Duration.ofMinutes(-10), Duration.ofMinutes(10))) {
            SignedMessage then = signedByUs(library, library.body(), Instant.now().plus(away));
            SignedMessage now = new SignedMessage(then.head(), then.body(), Instant.now(), then.publicUrl());

            // Slack's documentation counts the distance both ways; its Java library looks back only.
            boolean stricter = library instanceof SlackLibrary && away.isPositive();
            assertEquals(library.accepts(now) && !stricter ? Outcome.VALID : Outcome.STALE,
                    judged(library, now).outcome());
        }
    }

    private static void assertRefused(SenderLibrary library, SignedMessage message, String what) throws Exception {
        Outcome outcome = judged(library, message).outcome();
        assertTrue(outcome == Outcome.INVALID || outcome == Outcome.MISSING, () -> what + " is " + outcome);
        assertFalse(library.accepts(message), what);
    }

    private static Verdict judged(SenderLibrary library, SignedMessage message) {
        return Judge.judge(provider(library).scheme(), List.of(new Secret("pasted", library.secret())), message);
    }

    private static SignedMessage signedByLibrary(SenderLibrary library) throws Exception {
        SignedMessage unsigned = unsigned(library, library.body(), Instant.now());
        return with(unsigned, library.sign(library.body()), library.signedBody(library.body()));
    }

    private static SignedMessage signedByUs(SenderLibrary library, String body) {
        return signedByUs(library, body, Instant.now());
    }

    private static SignedMessage signedByUs(SenderLibrary library, String body, Instant at) {
        Provider provider = provider(library);
        Secret secret = new Secret("pasted", library.secret());
        SignedMessage unsigned = unsigned(library, body, at);
        return with(unsigned, provider.scheme().sign(unsigned, secret),
                provider.scheme().signBody(unsigned, secret).utf8());
    }

    private static SignedMessage unsigned(SenderLibrary library, String body, Instant at) {
        RequestHead head = new RequestHead("POST", "/in?tenant=7", "HTTP/1.1", library.headers());
        return new SignedMessage(head, Bytes.ofUtf8(body), at, Optional.of(library.url()));
    }

    private static SignedMessage with(SignedMessage message, List<Header> headers, String body) {
        RequestHead head = message.head();
        return new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers),
                Bytes.ofUtf8(body), message.time(), message.publicUrl());
    }

    private static Provider provider(SenderLibrary library) {
        return CATALOGUE.find(library.provider()).orElseThrow();
    }
}
