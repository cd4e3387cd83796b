package dev.hookglass.store;

import dev.hookglass.event.Bytes;

/**
 * What was captured of an event, be it deleted or not, as long as it may come back.
 *
 * @param id the event's
 */
public record StoredContent(long id, Bytes head, Bytes body) {
    /** Tells this content from another that was stored under the same id. */
    public String fingerprint() {
        return head.sha256() + ' ' + body.sha256();
    }
}
