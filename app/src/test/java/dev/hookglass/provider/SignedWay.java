package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.BodyFields;
import dev.hookglass.signature.ByHeader;
import dev.hookglass.signature.ByHeader.Choice;
import dev.hookglass.signature.ContentDigest;
import dev.hookglass.signature.FirstFitting;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.KeyForm;
import dev.hookglass.signature.MessageSignature;
import dev.hookglass.signature.PublicKey;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.Unsigned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way in which a sender signs; some have several.
 *
 * @param provider the sender
 * @param scheme all its ways
 * @param leaf this way
 * @param telling the headers that tell this way from the others
 * @param secret one that fits this way, and signs
 */
public record SignedWay(Provider provider, Scheme scheme, Scheme leaf, List<Header> telling, Secret secret) {
    public static final Catalogue CATALOGUE = Catalogue.load(Path.of("none"));
    /** So many headers of a signed request neither prove it nor tell how it is signed; they come first. */
    static final int OTHERS = 2;
    static final Instant AT = Instant.parse("2026-11-20T12:00:00.250Z");

    private static final String FORM = "CallSid=CA1234567890&From=14158675309&Digits=1234";
    private static final String ED25519 = "whsk_" + Base64.getEncoder().encodeToString(
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String P256 = Keys.pem(Keys.p256());

    /** All ways of all built-in senders, and those that are left to a user's own files. */
    static List<SignedWay> all() {
        List<SignedWay> ways = new ArrayList<>();
        CATALOGUE.all().forEach(provider -> ways.addAll(of(provider)));
        Provider generic = CATALOGUE.find("generic").orElseThrow();
        for (Scheme scheme : List.of(new MessageSignature(), new ContentDigest())) {
            ways.add(new SignedWay(generic, scheme, scheme, List.of(), secret(scheme)));
        }
        ways.add(new SignedWay(generic, new MessageSignature(), new MessageSignature(), List.of(),
                new Secret("pasted", ED25519)));
        return ways;
    }

    public static List<SignedWay> of(Provider provider) {
        return leaves(provider.scheme())
                .filter(choice -> !(choice.scheme() instanceof Unsigned))
                .map(choice -> new SignedWay(provider, provider.scheme(), choice.scheme(), choice.header().isEmpty()
                        ? List.of()
                        : List.of(new Header(choice.header(), choice.value())), secret(choice.scheme())))
                .toList();
    }

    private static Stream<Choice> leaves(Scheme scheme) {
        return switch (scheme) {
            case ByHeader several -> several.choices().stream().flatMap(choice -> leaves(choice.scheme())
                    .map(leaf -> new Choice(choice.header(), choice.value(), leaf.scheme())));
            case FirstFitting several -> several.schemes().stream().flatMap(SignedWay::leaves);
            default -> Stream.of(new Choice("", "", scheme));
        };
    }

    private static Secret secret(Scheme leaf) {
        return new Secret("pasted", switch (leaf) {
            case PublicKey key -> key.algorithm() == PublicKey.Algorithm.ED25519 ? ED25519 : P256;
            case Hmac hmac when hmac.key() == KeyForm.HEX -> "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2A";
            case BodyFields fields when fields.key() == KeyForm.HEX -> "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C0";
            case Hmac hmac when hmac.key() == KeyForm.WHSEC -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
            case HeaderKey _ -> "X-Key: canary-of-the-mine";
            case HttpBasic _ -> "user:canary-of-the-mine";
            default -> "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        });
    }

    /** Such as {@code adyen hmac}. */
    public String name() {
        return provider.id() + " " + leaf.id() + telling.stream()
                .filter(header -> !header.value().isEmpty())
                .map(header -> " " + header.value())
                .findFirst()
                .orElse("");
    }

    /** A signed request with the sender's first type, sent now; the headers that tell and prove come last. */
    SignedMessage signed() {
        return signed(body());
    }

    SignedMessage signed(Bytes body) {
        List<Header> others = List.of(new Header("Host", "a.example"),
                new Header("Content-Type", "application/json"));
        SignedMessage unsigned = message(Stream.concat(others.stream(), telling.stream()).toList(), body);
        SignedMessage whole = message(unsigned.head().headers(), scheme.signBody(unsigned, secret));
        List<Header> proof = scheme.sign(whole, secret);
        List<Header> headers = new ArrayList<>(whole.head().headers());
        headers.removeIf(header -> proof.stream().anyMatch(fresh -> fresh.is(header.name())));
        headers.addAll(proof);
        return message(headers, whole.body());
    }

    private Bytes body() {
        return provider.events().isEmpty()
                ? Bytes.ofUtf8(FORM)
                : Samples.body(provider, provider.events().getFirst(), 1);
    }

    private static SignedMessage message(List<Header> headers, Bytes body) {
        RequestHead head = new RequestHead("POST", "/x?y=1", "HTTP/1.1", headers);
        return new SignedMessage(head, body, AT, Optional.of("https://hooks.example/x?y=1"));
    }

    /** The same message with other headers and another body. */
    static SignedMessage with(SignedMessage message, List<Header> headers, Bytes body) {
        RequestHead head = message.head();
        return new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers), body,
                message.time(), message.publicUrl());
    }

    Verdict judged(SignedMessage message) {
        return Judge.judge(scheme, List.of(secret), message);
    }

    /** Whether the message is taken for genuine, be it in time or not. */
    boolean matches(SignedMessage message) {
        Outcome outcome = judged(message).outcome();
        return outcome == Outcome.VALID || outcome == Outcome.STALE;
    }

    /** The name only: the rest is long, and partly secret. */
    @Override
    public String toString() {
        return name();
    }
}
