package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests that no sender ever sent: a sample, signed as its provider would. */
public final class Composition {
    private Composition() {}

    /** An unsigned POST. */
    public static OutboundRequest request(List<Header> headers, Bytes body, TargetUrl target) {
        return new OutboundRequest("POST", target, headers, body);
    }

    /**
     * A POST with the headers that prove it, and with another body where the proof stands in the body.
     *
     * @param secret one that fits the scheme
     * @param at the time of sending
     */
    public static OutboundRequest signed(List<Header> headers, Bytes body, TargetUrl target, Scheme scheme,
            Secret secret, Instant at) {
        RequestHead head = new RequestHead("POST", target.requestTarget(), "HTTP/1.1", headers);
        SignedMessage message = new SignedMessage(head, body, at, Optional.of(target.toString()));
        Bytes signed = scheme.signBody(message, secret);
        SignedMessage sent = new SignedMessage(head, signed, at, message.publicUrl());
        return request(Stream.concat(headers.stream(), scheme.sign(sent, secret).stream()).toList(), signed, target);
    }
}
