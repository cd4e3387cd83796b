package dev.hookglass.event;

/**
 * What it takes to send a captured event again, without what else is known of it.
 *
 * @param eventId the event's
 * @param sourceId that of the source it came to
 * @param provider the id of the provider it was taken for
 * @param head the request line and headers, as bytes on the wire; empty where the disk does not give them back
 * @param body the body as sent
 */
public record StoredRequest(long eventId, int sourceId, String provider, Bytes head, Bytes body) {
    public static StoredRequest of(CapturedEvent event) {
        return new StoredRequest(event.id(), event.summary().sourceId(), event.summary().provider(), event.head(),
                event.body());
    }

    /** The head, read. */
    public RequestHead request() {
        return RequestHead.parse(head);
    }
}
