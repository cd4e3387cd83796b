package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hookglass.event.Header;
import dev.hookglass.signature.ContentDigest;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.MessageSignature;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.TwilioUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signed requests with random alterations, for all ways of signing: never valid, and never an exception. */
class MutatedRequestsTest {
    @Test
    void judge_tenThousandMutations_areNeverValid() {
        mutate(10_000, 1);
    }

    @Test
    @Tag("long")
    void judge_aHundredThousandMutations_areNeverValid() {
        mutate(100_000, 2);
    }

    private static void mutate(int times, long seed) {
        Random random = new Random(seed);
        List<SignedWay> ways = SignedWay.all();
        List<SignedMessage> messages = ways.stream().map(SignedWay::signed).toList();
        for (int i = 0; i < times; i++) {
            int which = random.nextInt(ways.size());
            SignedWay way = ways.get(which);
            SignedMessage message = messages.get(which);
            Mutation mutation = Mutation.any(random);
            SignedMessage mutated = mutation.apply(message, random);
            boolean matches = way.matches(mutated);
            int number = i;
            assertFalse(matches && !isHarmless(way, mutation, message, mutated),
                    () -> way + " after " + mutation + ", number " + number + ": " + way.judged(mutated).reason() + " "
                            + mutated.head().headers().stream().map(Header::value).toList());
        }
    }

    /** Alterations after which a request proves the same to its receivers, or in a way that is open by design. */
    private static boolean isHarmless(SignedWay way, Mutation mutation, SignedMessage message, SignedMessage mutated) {
        boolean same = message.body().equals(mutated.body())
                && message.head().headers().equals(mutated.head().headers());
        if (same || mutation.isOfBody() && AlteredRequestTest.BODY_IS_NOT_COVERED.contains(way.name())) {
            return true;
        }
        return switch (way.leaf()) {
            // Names and values of a form are run together, so that another form may come to the same text.
            case TwilioUrl _ -> mutation.isOfBody();
            // Decoders take base64 whose last bits differ, or that lacks its padding.
            case HttpBasic _ -> credentials(mutated).equals(way.secret().text());
            // Of two entries with one label the last counts, an unknown digest counts nothing, and numbered headers are as
            // good as one another.
            case MessageSignature _,ContentDigest _ -> mutation == Mutation.PUT_ANOTHER_BEFORE;
            default -> mutation == Mutation.PUT_ANOTHER_BEFORE && way.provider().id().equals("docusign");
        };
    }

    private static String credentials(SignedMessage message) {
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(message.head().first("Authorization").orElse("").replaceFirst("(?i)^basic ", "").strip());
            return new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
