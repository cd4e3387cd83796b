package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each single alteration of a signed request, for every way of signing. */
class AlteredRequestTest {
    /** Ways whose proof leaves the body, or parts of it, open. A new way is one of these or its test fails. */
    static final Set<String> BODY_IS_NOT_COVERED = Set.of("optimizely-cmp header-equals",
            "optimizely-campaign header-key", "optimizely-campaign http-basic", "gitlab header-equals",
            "mailgun body-fields", "adyen body-fields");

    /** Ways that sign the URL, or its path. A new way is one of these or its test fails. */
    private static final Set<String> URL_IS_COVERED = Set.of("square hmac", "twilio twilio", "hubspot hmac",
            "hubspot secret-hash v2", "contentful hmac", "generic http-message-signature");

    private static final int LONG = 1 << 20;

    static List<SignedWay> ways() {
        return SignedWay.all();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void judge_whatWasSigned_isValid(SignedWay way) {
        assertEquals(Outcome.VALID, way.judged(way.signed()).outcome(), () -> way.judged(way.signed()).reason());
    }

    @Test
    void judge_aByteOfTheBodyFlipped_isValidOnlyWhereTheBodyIsNotCovered() {
        Set<String> open = ways().stream().filter(AlteredRequestTest::isBodyOpen).map(SignedWay::name)
                .collect(Collectors.toSet());

        assertEquals(BODY_IS_NOT_COVERED, open);
    }

    private static boolean isBodyOpen(SignedWay way) {
        SignedMessage signed = way.signed();
        Random random = new Random(7);
        boolean open = false;
        for (int i = 0; i < signed.body().size() && !open; i++) {
            byte[] flipped = signed.body().array().clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            open = way.matches(SignedWay.with(signed, signed.head().headers(), Bytes.wrap(flipped)));
        }
        return open;
    }

    @Test
    void judge_anotherUrl_isValidOnlyWhereTheUrlIsNotCovered() {
        Set<String> covered = ways().stream().filter(way -> {
            SignedMessage signed = way.signed();
            return !way.matches(new SignedMessage(signed.head(), signed.body(), signed.time(),
                    Optional.of("https://hooks.example/other")));
        }).map(SignedWay::name).collect(Collectors.toSet());

        assertEquals(URL_IS_COVERED, covered);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void judge_headersInAnotherOrderAndCaseWithOthersAmongThem_isValid(SignedWay way) {
        SignedMessage signed = way.signed();
        List<Header> headers = new ArrayList<>(signed.head().headers());
        Collections.reverse(headers);
        headers.replaceAll(header -> new Header(header.name().toUpperCase(Locale.ROOT), header.value()));
        headers.add(1, new Header("X-Forwarded-For", "127.0.0.1"));
        headers.removeIf(header -> header.is("Content-Type"));

        assertEquals(Outcome.VALID, way.judged(SignedWay.with(signed, headers, signed.body())).outcome());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void judge_withoutOneOfTheProvingHeaders_isNotValid(SignedWay way) {
        SignedMessage signed = way.signed();
        for (int i = SignedWay.OTHERS; i < signed.head().headers().size(); i++) {
            List<Header> headers = new ArrayList<>(signed.head().headers());
            headers.remove(i);
            assertFalse(way.matches(SignedWay.with(signed, headers, signed.body())));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void judge_withAnotherSecret_isNotValid(SignedWay way) {
        Optional<Secret> other = other(way);
        assertFalse(other.isPresent() && new SignedWay(way.provider(), way.scheme(), way.leaf(), way.telling(),
                other.get()).matches(way.signed()));
    }

    /** The same secret with another character in it, or none where no secret is used. */
    private static Optional<Secret> other(SignedWay way) {
        String text = way.secret().text();
        int at = text.length() > 100 ? text.lastIndexOf('\n', text.length() - 40) - 12 : text.length() / 2;
        String changed = text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
        return way.scheme().needsSecret() && way.scheme().fits(new Secret("other", changed))
                ? Optional.of(new Secret("other", changed))
                : Optional.empty();
    }

    /** Whoever sends a header of a megabyte must not hold up the receiver. */
    @ParameterizedTest
    @MethodSource("ways")
    void judge_aHeaderOfAMegabyte_takesNoLongerThanReadingIt(SignedWay way) {
        SignedMessage signed = way.signed();
        for (int i = SignedWay.OTHERS; i < signed.head().headers().size(); i++) {
            Header proof = signed.head().headers().get(i);
            for (String piece : List.of("a", "=", ",", " ", "(", "\"", "t=1,v1=", "v1,AAAA ", "sig1=(\"@method\"), ",
                    "a=:AAAA:,", "a=(", "; expires=", "sha-256=:AAAA:,", proof.value() + ", ")) {
                String value = piece.repeat(LONG / piece.length());
                List<Header> headers = new ArrayList<>(signed.head().headers());
                headers.set(i, new Header(proof.name(), value));
                assertTimeout(Duration.ofSeconds(2),
                        () -> way.judged(SignedWay.with(signed, headers, signed.body())),
                        () -> proof.name() + ": " + piece);
            }
        }
    }
}
