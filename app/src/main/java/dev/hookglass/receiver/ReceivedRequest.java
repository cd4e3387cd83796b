package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import java.time.Instant;

/**
 * A request that arrived whole.
 *
 * @param receivedAt when its last byte had arrived
 * @param remote the peer's address and port
 * @param scheme {@code http} or {@code https}: how it came to this receiver
 * @param head the request line and headers, as bytes on the wire, inside TLS if that was spoken
 * @param body the body as sent, without its transfer coding
 */
public record ReceivedRequest(Instant receivedAt, String remote, String scheme, Bytes head, Bytes body) {}
