package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.BodyFields;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.PublicKey;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each built-in file's scheme signs is valid, and nothing else is. */
class SenderSignaturesTest {
    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("none"));
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.250Z");
    private static final Set<Outcome> MATCHING = Set.of(Outcome.VALID, Outcome.STALE);
    private static final String FORM = "CallSid=CA1234567890&From=14158675309&Digits=1234";
    private static final String EC_KEYS = pem("EC", new ECGenParameterSpec("secp256r1"));

    static Stream<Provider> signing() {
        Set<String> others = Set.of("generic", "optimizely-campaign", "optimizely-cmp");
        return CATALOGUE.all().stream().filter(provider -> !others.contains(provider.id()));
    }

    /** Those whose signature covers the whole body. */
    static Stream<Provider> signingBodies() {
        return signing().filter(provider -> !(provider.scheme() instanceof HeaderEquals)
                && !(provider.scheme() instanceof BodyFields) && !provider.id().equals("adyen"));
    }

    @ParameterizedTest
    @MethodSource("signing")
    void check_whatWasSigned_isValid(Provider provider) {
        SignedMessage signed = signed(provider);

        assertEquals(Outcome.VALID, provider.scheme().check(signed, secret(provider)).outcome(), provider.id());
        assertTrue(provider.scheme().signingObjection(secret(provider)).isEmpty());
        assertTrue(provider.objection(secret(provider).text()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("signing")
    void check_withAnotherSecret_isNotValid(Provider provider) {
        SignedMessage signed = signed(provider);
        Secret other = new Secret("other", provider.scheme() instanceof PublicKey key
                && key.algorithm() == PublicKey.Algorithm.ED25519
                        ? "whsk_" + Base64.getEncoder().encodeToString(new byte[32])
                        : provider.scheme() instanceof PublicKey
                                ? pem("EC", new ECGenParameterSpec("secp256r1"))
                                : "0123456789abcdef0123456789abcdef");

        assertEquals(Outcome.INVALID, provider.scheme().check(signed, other).outcome(), provider.id());
    }

    @ParameterizedTest
    @MethodSource("signingBodies")
    void check_anyByteOfTheBodyFlipped_isNotValid(Provider provider) {
        SignedMessage signed = signed(provider);
        Random random = new Random(7);
        for (int i = 0; i < signed.body().size(); i++) {
            byte[] flipped = signed.body().array().clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            assertNoMatch(provider, with(signed, signed.head().headers(), Bytes.wrap(flipped)), "byte " + i);
        }
    }

    @Test
    void check_twentyThousandMutations_areNeverValidAndNeverThrow() {
        List<Provider> providers = signingBodies().toList();
        List<SignedMessage> messages = providers.stream().map(SenderSignaturesTest::signed).toList();
        Random random = new Random(20_000);
        for (int i = 0; i < 20_000; i++) {
            int which = random.nextInt(providers.size());
            Provider provider = providers.get(which);
            SignedMessage message = messages.get(which);
            List<Header> headers = new ArrayList<>(message.head().headers());
            Bytes body = message.body();
            if (random.nextInt(4) == 0) {
                // Run together as Twilio does it, some forms of other lengths are the same.
                boolean replaceOnly = provider.id().equals("twilio");
                body = Bytes.ofLatin1(mutated(body.latin1(), random, replaceOnly));
            } else {
                int proof = proofs(message).get(random.nextInt(proofs(message).size()));
                Header header = headers.remove(proof);
                if (random.nextInt(20) > 0) {
                    headers.add(proof, new Header(header.name(), mutated(header.value(), random, false)));
                }
            }
            assertNoMatch(provider, with(message, headers, body), "mutation " + i);
        }
    }

    @Test
    void check_anyText_neverThrows() {
        Random random = new Random(5);
        List<Provider> providers = signing().toList();
        for (int i = 0; i < 5_000; i++) {
            Provider provider = providers.get(random.nextInt(providers.size()));
            SignedMessage message = signed(provider);
            List<Header> headers = new ArrayList<>();
            message.head().headers().forEach(header -> headers.add(new Header(header.name(), anyText(random))));
            assertNoMatch(provider, with(message, headers, Bytes.ofLatin1(anyText(random))), "text " + i);
        }
    }

    @Test
    void check_aSignatureInTheBody_coversItsFieldsAndNoOthers() {
        Provider adyen = CATALOGUE.find("adyen").orElseThrow();
        SignedMessage unsigned = message(adyen);
        Bytes body = adyen.scheme().signBody(unsigned, secret(adyen));
        SignedMessage signed = with(unsigned, List.of(), body);

        assertEquals(Outcome.VALID, adyen.scheme().check(signed, secret(adyen)).outcome());
        JsonNode item = JsonMapper.shared().readTree(body.array()).at("/notificationItems/0/NotificationRequestItem");
        for (String field : List.of("pspReference", "merchantAccountCode", "merchantReference", "eventCode",
                "success")) {
            String value = item.path(field).asString();
            SignedMessage changed = with(signed, List.of(),
                    Bytes.ofUtf8(body.utf8().replace("\"" + value + "\"", "\"" + value + "1\"")));
            assertEquals(Outcome.INVALID, adyen.scheme().check(changed, secret(adyen)).outcome(), field);
        }
        SignedMessage unsignedField = with(signed, List.of(), Bytes.ofUtf8(body.utf8().replace("visa", "amex")));
        assertEquals(Outcome.VALID, adyen.scheme().check(unsignedField, secret(adyen)).outcome());
    }

    @Test
    void sign_whatWasSignedInAnotherWay_isSignedInThatWayAgain() {
        Provider adyen = CATALOGUE.find("adyen").orElseThrow();
        SignedMessage platform = with(message(adyen), List.of(new Header("HmacSignature", "old")),
                Bytes.ofUtf8("{\"type\":\"merchant.created\"}"));
        List<Header> fresh = adyen.scheme().sign(platform, secret(adyen));

        assertEquals(List.of("HmacSignature"), fresh.stream().map(Header::name).toList());
        assertEquals(platform.body(), adyen.scheme().signBody(platform, secret(adyen)));
        assertEquals(Outcome.VALID,
                adyen.scheme().check(with(platform, fresh, platform.body()), secret(adyen)).outcome());
        assertTrue(adyen.scheme().sign(message(adyen), secret(adyen)).isEmpty());
    }

    @Test
    void check_longAfterwards_isStaleWhereTheSenderSetsALimit() {
        Set<String> limited = Set.of("stripe", "standard-webhooks", "svix", "slack", "linear", "hubspot", "paddle",
                "contentful", "twitch");
        signingBodies().forEach(provider -> {
            SignedMessage signed = signed(provider);
            SignedMessage late = new SignedMessage(signed.head(), signed.body(), signed.time().plus(Duration.ofDays(1)),
                    signed.publicUrl());
            assertEquals(limited.contains(provider.id()) ? Outcome.STALE : Outcome.VALID,
                    provider.scheme().check(late, secret(provider)).outcome(), provider.id());
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

    private static void assertNoMatch(Provider provider, SignedMessage message, String what) {
        Outcome outcome = provider.scheme().check(message, secret(provider)).outcome();
        assertTrue(!MATCHING.contains(outcome), provider.id() + " " + what + " " + outcome);
    }

    /** Indexes of the headers that the scheme has made. */
    private static List<Integer> proofs(SignedMessage message) {
        List<Integer> proofs = new ArrayList<>();
        for (int i = 1; i < message.head().headers().size(); i++) {
            proofs.add(i);
        }
        return proofs;
    }

    private static String mutated(String text, Random random, boolean replaceOnly) {
        String others = "0aZ9\"{\u00e9\u0001";
        int at = random.nextInt(text.length());
        char other = others.charAt(random.nextInt(others.length()));
        int kind = replaceOnly ? 0 : random.nextInt(3);
        String changed = text.substring(0, at) + (kind == 1 ? "" : String.valueOf(other))
                + text.substring(kind == 2 ? at : at + 1);
        return changed.equals(text) ? mutated(text, random, replaceOnly) : changed;
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

    /** A message with the type header or Host first and the headers of the scheme after it. */
    private static SignedMessage signed(Provider provider) {
        SignedMessage message = message(provider);
        List<Header> headers = new ArrayList<>(message.head().headers());
        headers.addAll(provider.scheme().sign(message, secret(provider)));
        return with(message, headers, provider.scheme().signBody(message, secret(provider)));
    }

    private static SignedMessage message(Provider provider) {
        Bytes body = provider.events().isEmpty()
                ? Bytes.ofUtf8(FORM)
                : Samples.body(provider, provider.events().getFirst(), 1);
        RequestHead head = new RequestHead("POST", "/x?y=1", "HTTP/1.1", List.of(new Header("Host", "a.example")));
        return new SignedMessage(head, body, time(provider, body), Optional.of("https://hooks.example/x?y=1"));
    }

    /** Linear's time stands in the body, so that the message is sent then. */
    private static Instant time(Provider provider, Bytes body) {
        return provider.id().equals("linear")
                ? Instant.ofEpochMilli(
                        JsonMapper.shared().readTree(body.array()).path("webhookTimestamp").asLong() + 1_000)
                : AT;
    }

    private static SignedMessage with(SignedMessage message, List<Header> headers, Bytes body) {
        RequestHead head = message.head();
        return new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers), body,
                message.time(), message.publicUrl());
    }

    private static Secret secret(Provider provider) {
        return new Secret("pasted", switch (provider.id()) {
            case "sendgrid" -> EC_KEYS;
            case "discord" -> "whsk_" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef"
                    .getBytes(StandardCharsets.US_ASCII));
            case "adyen" -> "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
            default -> "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        });
    }

    private static String pem(String algorithm, ECGenParameterSpec curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(curve);
            KeyPair pair = generator.generateKeyPair();
            return "-----BEGIN PRIVATE KEY-----\n" + mime(pair.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n" + mime(pair.getPublic().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mime(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }
}
