package dev.hookglass.check;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Replay;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What trials are made of.
 *
 * @param provider the kind of sender
 * @param type the event's type, where the provider's file has it
 * @param secret the one that the endpoint knows; fits the provider's scheme and can sign
 * @param request the event without its proof, or with an old one
 * @param captured the event exactly as it was received; empty for a sample
 */
public record Subject(Provider provider, Optional<EventType> type, Secret secret, OutboundRequest request,
        Optional<OutboundRequest> captured) {
    Scheme scheme() {
        return provider.scheme();
    }

    OutboundRequest signed(OutboundRequest unsigned, Secret by, Instant at) {
        return new Replay(unsigned, List.of(), List.of()).signedAnew(scheme(), by, at).request();
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

    private static SignedMessage message(OutboundRequest request, Instant at) {
        return new SignedMessage(
                new RequestHead(request.method(), request.url().requestTarget(), "HTTP/1.1", request.headers()),
                request.body(), at, Optional.of(request.url().toString()));
    }
}
