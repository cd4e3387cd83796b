package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.diagnosis.Case.OtherProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Requests as providers sign them, and what may happen to them. */
final class Requests {
    static final Catalogue CATALOGUE = Catalogue.load(Path.of("none"));
    static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    static final String URL = "https://hooks.example/x?y=1";
    static final String TEXT = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final Secret SECRET = new Secret("main", TEXT);
    static final Secret ED25519 = new Secret("main", "whsk_" + Base64.getEncoder()
            .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));

    private Requests() {}

    static Scheme scheme(String provider) {
        return CATALOGUE.find(provider).orElseThrow().scheme();
    }

    static Secret secret(String provider) {
        return provider.equals("discord") ? ED25519 : SECRET;
    }

    static SignedMessage message(String body) {
        return message(body.getBytes(StandardCharsets.UTF_8));
    }

    static SignedMessage message(byte[] body) {
        return new SignedMessage(
                new RequestHead("POST", "/x?y=1", "HTTP/1.1", List.of(new Header("Host", "a.example"))),
                Bytes.wrap(body), AT, Optional.of(URL));
    }

    /** As the provider's scheme signs it. */
    static SignedMessage signed(Scheme scheme, Secret secret, SignedMessage message) {
        List<Header> headers = new ArrayList<>(message.head().headers());
        headers.addAll(scheme.sign(message, secret));
        return new SignedMessage(with(message.head(), headers), scheme.signBody(message, secret), message.time(),
                message.publicUrl());
    }

    static SignedMessage withBody(SignedMessage message, byte[] body) {
        return new SignedMessage(message.head(), Bytes.wrap(body), message.time(), message.publicUrl());
    }

    static SignedMessage withUrl(SignedMessage message, Optional<String> url) {
        return new SignedMessage(message.head(), message.body(), message.time(), url);
    }

    /** With each header changed. */
    static SignedMessage withHeaders(SignedMessage message, UnaryOperator<Header> change) {
        return new SignedMessage(with(message.head(), message.head().headers().stream().map(change).toList()),
                message.body(), message.time(), message.publicUrl());
    }

    static SignedMessage adding(SignedMessage message, String name, String value) {
        List<Header> headers = new ArrayList<>(message.head().headers());
        headers.add(new Header(name, value));
        return new SignedMessage(with(message.head(), headers), message.body(), message.time(), message.publicUrl());
    }

    private static RequestHead with(RequestHead head, List<Header> headers) {
        return new RequestHead(head.method(), head.target(), head.protocol(), headers);
    }

    static Case seen(Scheme scheme, List<Secret> secrets, SignedMessage message) {
        return new Case(scheme, secrets, message, List.of(),
                CATALOGUE.all().stream().map(Requests::other).toList());
    }

    private static OtherProvider other(Provider provider) {
        return new OtherProvider(provider.name(), provider.scheme());
    }
}
