package dev.hookglass.event;

/**
 * One HTTP request as it was received.
 *
 * @param summary what tables show of it
 * @param head the request line and headers, as bytes on the wire; empty where the disk does not give them back
 * @param body the body as sent: before any decoding of transfer-independent encodings such as gzip
 */
public record CapturedEvent(EventSummary summary, Bytes head, Bytes body) {
    public long id() {
        return summary.id();
    }

    /** The head, read. */
    public RequestHead request() {
        return RequestHead.parse(head);
    }

    /** Whether the body is still the one whose hash was taken at capture; false means that the disk damaged it. */
    public boolean isIntact() {
        return head.size() > 0 && body.sha256().equals(summary.bodySha256());
    }
}
