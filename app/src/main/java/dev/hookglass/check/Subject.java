package dev.hookglass.check;

import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What trials are made of.
 *
 * @param provider the kind of sender
 * @param type the event's type, where the provider's file has it
 * @param secret the one that the endpoint knows; fits the provider's scheme and can sign
 * @param request the event without its proof, or with an old one
 * @param captured the event exactly as it was received; empty for a sample
 * @param signedUrl the URL that the endpoint believes it was sent to, such as its tunnel's; empty if that is the target
 */
public record Subject(Provider provider, Optional<EventType> type, Secret secret, OutboundRequest request,
        Optional<OutboundRequest> captured, Optional<String> signedUrl) {
    /** One whose endpoint knows itself by the URL that is sent to. */
    public Subject(Provider provider, Optional<EventType> type, Secret secret, OutboundRequest request,
            Optional<OutboundRequest> captured) {
        this(provider, type, secret, request, captured, Optional.empty());
    }

    /** The same, signed for a URL: some providers sign that as well. */
    public Subject signedFor(String url) {
        return new Subject(provider, type, secret, request, captured, Optional.of(url));
    }

    /**
     * A sample, addressed to a target.
     *
     * @param secrets the first one signs
     * @throws Problem if the provider signs and the secret is missing or cannot sign
     */
    public static Subject ofSample(Provider provider, EventType type, List<Secret> secrets, TargetUrl target)
            throws Problem {
        OutboundRequest request = Composition.request(Samples.headers(provider, type),
                Samples.body(provider, type, 1), target);
        return new Subject(provider, Optional.of(type), signing(provider, secrets), request, Optional.empty());
    }

    /**
     * A captured event, addressed to a target.
     *
     * @param provider the one that sent it
     * @param secrets the first one signs
     * @throws Problem if the provider signs and the secret is missing or cannot sign
     */
    public static Subject ofEvent(CapturedEvent event, Provider provider, List<Secret> secrets, TargetUrl target)
            throws Problem {
        OutboundRequest request = Replay.of(event, target).request();
        return new Subject(provider, Optional.ofNullable(event.summary().type()).flatMap(provider::event),
                signing(provider, secrets), request, Optional.of(request));
    }

    private static Secret signing(Provider provider, List<Secret> secrets) throws Problem {
        if (!provider.scheme().needsSecret()) {
            return new Secret("", "");
        }
        if (secrets.isEmpty()) {
            throw new Problem("Signing as " + provider.name()
                    + " needs the secret that the endpoint knows; add it to the source.");
        }
        Secret secret = secrets.getFirst();
        Optional<String> objection = provider.objection(secret.text())
                .or(() -> provider.scheme().signingObjection(secret));
        if (objection.isPresent()) {
            throw new Problem(objection.get());
        }
        return secret;
    }

    /** The same with another form of each request, such as one that carries what the target wants. */
    public Subject sent(UnaryOperator<OutboundRequest> form) {
        return new Subject(provider, type, secret, form.apply(request), captured.map(form));
    }

    Scheme scheme() {
        return provider.scheme();
    }

    OutboundRequest signed(OutboundRequest unsigned, Secret by, Instant at) {
        return new Replay(unsigned, List.of(), List.of()).signedAnew(
                new Signer(scheme(), by, at).forUrl(url(unsigned))).request();
    }

    /** The event as its provider would send it in this moment. */
    public OutboundRequest signedNow() {
        return signed(request, secret, Instant.now());
    }

    /** The headers that prove a signed request; none where the proof stands in the body. */
    List<String> proofs(OutboundRequest signed, Instant at) {
        return scheme().sign(message(signed, at), secret).stream().map(Header::name).toList();
    }

    /** What the endpoint finds if it checks as the provider's documentation says. */
    Outcome verdict(OutboundRequest sent, Instant at) {
        return Judge.judge(scheme(), List.of(secret), message(sent, at)).outcome();
    }

    private String url(OutboundRequest sent) {
        return signedUrl.orElseGet(() -> sent.url().toString());
    }

    private SignedMessage message(OutboundRequest sent, Instant at) {
        return new SignedMessage(
                new RequestHead(sent.method(), sent.url().requestTarget(), "HTTP/1.1", sent.headers()),
                sent.body(), at, Optional.of(url(sent)));
    }
}
