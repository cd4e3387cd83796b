package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.OneOf;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that was not found valid, and what may be held against it.
 *
 * @param scheme how its provider signs
 * @param secrets all of its source, also those that do not count at its time or do not have the scheme's form
 * @param message what was received
 * @param neighbours the other sources
 * @param others the other providers
 * @param siblings other requests to its source that came at about the same time
 */
public record Case(Scheme scheme, List<Secret> secrets, SignedMessage message, List<Neighbour> neighbours,
        List<OtherProvider> others, List<Sibling> siblings) {
    /** Another source and its secrets. */
    public record Neighbour(String name, List<Secret> secrets) {
        public Neighbour {
            secrets = List.copyOf(secrets);
        }
    }

    /** Another provider and how it signs. */
    public record OtherProvider(String name, Scheme scheme) {}

    /** The body of another request, and how that is called: {@code event 12}. */
    public record Sibling(String name, Bytes body) {}

    /** A request of which nothing else is known that came to its source. */
    public Case(Scheme scheme, List<Secret> secrets, SignedMessage message, List<Neighbour> neighbours,
            List<OtherProvider> others) {
        this(scheme, secrets, message, neighbours, others, List.of());
    }

    public Case {
        secrets = List.copyOf(secrets);
        neighbours = List.copyOf(neighbours);
        others = List.copyOf(others);
        siblings = List.copyOf(siblings);
    }

    RequestHead head() {
        return message.head();
    }

    byte[] body() {
        return message.body().array();
    }

    /** The same case for each of the ways of signing that its scheme chooses from. */
    List<Case> ways() {
        return leaves(scheme).map(leaf -> new Case(leaf, secrets, message, neighbours, others, siblings)).toList();
    }

    private static Stream<Scheme> leaves(Scheme scheme) {
        return switch (scheme) {
            case OneOf choice -> choice.schemes().stream().flatMap(Case::leaves);
            default -> Stream.of(scheme.remembering());
        };
    }

    SignedMessage withBody(byte[] body) {
        return withBody(Bytes.wrap(body));
    }

    SignedMessage withBody(Bytes body) {
        return new SignedMessage(message.head(), body, message.time(), message.publicUrl(), message.tolerance());
    }

    SignedMessage withUrl(String url) {
        return new SignedMessage(message.head(), message.body(), message.time(), Optional.of(url),
                message.tolerance());
    }

    /** The message with one header in place of all of that name. */
    SignedMessage withHeader(String name, String value) {
        RequestHead head = message.head();
        List<Header> headers = Stream
                .concat(Stream.of(new Header(name, value)), head.headers().stream().filter(header -> !header.is(name)))
                .toList();
        return new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers),
                message.body(), message.time(), message.publicUrl(),
                message.tolerance());
    }
}
