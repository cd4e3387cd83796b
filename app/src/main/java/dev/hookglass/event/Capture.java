package dev.hookglass.event;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was received, recognised and judged, and waits to be stored.
 *
 * @param receivedAt when its last byte had arrived
 * @param sourceId the source it belongs to
 * @param provider the id of the source's provider at that moment
 * @param remote the peer's address and port
 * @param type what the provider calls it, or null where none was found
 * @param items how many events it carries: more than 1 for a batch
 * @param key what makes two events the same one for the sender, or null where nothing does
 * @param verdict the outcome of the signature check
 * @param status the status of the reply it gets; 0 where it gets none
 * @param head the request line and headers, as bytes on the wire
 * @param body the body as sent
 * @param secure whether it came over HTTPS
 * @param answer what is known of the reply already where it is out of the ordinary: none, or that of a handshake
 */
public record Capture(Instant receivedAt, int sourceId, String provider, String remote, @Nullable String type,
        int items, @Nullable String key, Verdict verdict, int status, Bytes head, Bytes body, boolean secure,
        Optional<Answer> answer) {
    /** A capture over plain HTTP with an ordinary reply. */
    public Capture(Instant receivedAt, int sourceId, String provider, String remote, @Nullable String type, int items,
            @Nullable String key, Verdict verdict, int status, Bytes head, Bytes body) {
        this(receivedAt, sourceId, provider, remote, type, items, key, verdict, status, head, body, false,
                Optional.empty());
    }
}
