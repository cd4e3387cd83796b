package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each built-in file's scheme signs is valid, and nothing else is. */
class SenderSignaturesTest {
    private static final Catalogue CATALOGUE = SignedWay.CATALOGUE;

    @Test
    void check_anyText_neverThrows() {
        Random random = new Random(5);
        List<SignedWay> ways = SignedWay.all();
        for (int i = 0; i < 5_000; i++) {
            SignedWay way = ways.get(random.nextInt(ways.size()));
            SignedMessage message = way.signed(Bytes.EMPTY);
            List<Header> headers = new ArrayList<>();
            message.head().headers().forEach(header -> headers.add(new Header(header.name(), anyText(random))));
            assertFalse(way.matches(SignedWay.with(message, headers, Bytes.ofLatin1(anyText(random)))), "text " + i);
        }
    }

    private static String anyText(Random random) {
        byte[] bytes = new byte[random.nextInt(80)];
        random.nextBytes(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return switch (random.nextInt(6)) {
            case 0 -> "t=" + text + ",v1=" + text;
            case 1 -> "v1," + Base64.getEncoder().encodeToString(bytes) + " v1a,==";
            case 2 -> "%" + text + "%4&=&%";
            case 3 -> "{\"signature\":[" + random.nextInt() + "],\"notificationItems\":{}}";
            case 4 -> Long.toString(random.nextLong());
            default -> text;
        };
    }

    @Test
    void check_aSignatureInTheBody_coversItsFieldsAndNoOthers() {
        Provider adyen = CATALOGUE.find("adyen").orElseThrow();
        SignedMessage unsigned = message(adyen);
        Bytes body = adyen.scheme().signBody(unsigned, secret(adyen));
        SignedMessage signed = SignedWay.with(unsigned, List.of(), body);

        assertEquals(Outcome.VALID, adyen.scheme().check(signed, secret(adyen)).outcome());
        JsonNode item = JsonMapper.shared().readTree(body.array()).at("/notificationItems/0/NotificationRequestItem");
        for (String field : List.of("pspReference", "merchantAccountCode", "merchantReference", "eventCode",
                "success")) {
            String value = item.path(field).asString();
            SignedMessage changed = SignedWay.with(signed, List.of(),
                    Bytes.ofUtf8(body.utf8().replace("\"" + value + "\"", "\"" + value + "1\"")));
            assertEquals(Outcome.INVALID, adyen.scheme().check(changed, secret(adyen)).outcome(), field);
        }
        SignedMessage unsignedField = SignedWay.with(signed, List.of(),
                Bytes.ofUtf8(body.utf8().replace("visa", "amex")));
        assertEquals(Outcome.VALID, adyen.scheme().check(unsignedField, secret(adyen)).outcome());
    }

    @Test
    void sign_whatWasSignedInAnotherWay_isSignedInThatWayAgain() {
        Provider adyen = CATALOGUE.find("adyen").orElseThrow();
        SignedMessage platform = SignedWay.with(message(adyen), List.of(new Header("HmacSignature", "old")),
                Bytes.ofUtf8("{\"type\":\"merchant.created\"}"));
        List<Header> fresh = adyen.scheme().sign(platform, secret(adyen));

        assertEquals(List.of("HmacSignature"), fresh.stream().map(Header::name).toList());
        assertEquals(platform.body(), adyen.scheme().signBody(platform, secret(adyen)));
        assertEquals(Outcome.VALID,
                adyen.scheme().check(SignedWay.with(platform, fresh, platform.body()), secret(adyen)).outcome());
        assertTrue(adyen.scheme().sign(message(adyen), secret(adyen)).isEmpty());
    }

    @Test
    void check_longAfterwards_isStaleWhereTheSenderSetsALimit() {
        Set<String> limited = Set.of("gitlab", "stripe", "standard-webhooks", "svix", "slack", "linear", "hubspot",
                "paddle",
                "contentful", "twitch");
        CATALOGUE.all().stream().flatMap(provider -> SignedWay.of(provider).stream().limit(1)).forEach(way -> {
            SignedMessage signed = way.signed();
            SignedMessage late = new SignedMessage(signed.head(), signed.body(), signed.time().plus(Duration.ofDays(1)),
                    signed.publicUrl());
            assertEquals(limited.contains(way.provider().id()) ? Outcome.STALE : Outcome.VALID,
                    way.judged(late).outcome(), way.name());
        });
    }

    @Test
    void sign_withAPublicKey_addsNothingAndSaysWhy() {
        Provider discord = CATALOGUE.find("discord").orElseThrow();
        Secret secret = new Secret("key", "26b40b8f93fff3d897112f7ebc582b232dbd72517d082fe83cfb30ddce43d1bb");

        assertTrue(discord.objection(secret.text()).isEmpty());
        assertTrue(discord.scheme().sign(message(discord), secret).isEmpty());
        assertTrue(discord.scheme().signingObjection(secret).orElseThrow().contains("only the provider"));
    }

    @Test
    void objection_textThatIsNoKey_isToldWithoutRepeatingIt() {
        for (String id : List.of("discord", "sendgrid", "svix", "adyen", "standard-webhooks")) {
            String objection = CATALOGUE.find(id).orElseThrow().objection("canary!").orElseThrow();
            assertTrue(!objection.contains("canary") && objection.endsWith("."), objection);
        }
    }

    private static Secret secret(Provider provider) {
        return SignedWay.of(provider).getFirst().secret();
    }

    private static SignedMessage message(Provider provider) {
        RequestHead head = new RequestHead("POST", "/x?y=1", "HTTP/1.1", List.of(new Header("Host", "a.example")));
        return new SignedMessage(head, Samples.body(provider, provider.events().getFirst(), 1), SignedWay.AT);
    }
}
