package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;

/** Requests that no sender ever sent: a sample, signed as its provider would. */
public final class Composition {
    private Composition() {}

    /** An unsigned POST. */
    public static OutboundRequest request(List<Header> headers, Bytes body, TargetUrl target) {
        return new OutboundRequest("POST", target, headers, body);
    }

    /** A POST with the headers that prove it, and with another body where the proof or its time stands in the body. */
    public static OutboundRequest signed(List<Header> headers, Bytes body, TargetUrl target, Signer signer) {
        return new Replay(request(headers, body, target), List.of(), List.of()).signedAnew(signer).request();
    }
}
