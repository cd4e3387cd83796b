package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a signature covers.
 *
 * @param head the request head, as sent
 * @param body the raw body, as sent
 * @param time the time to judge freshness by: of capture when checking, of sending when signing
 * @param publicUrl the URL that the sender sent to, with its query; empty if it is only known where it arrived
 * @param tolerance how far its time may be from that of its arrival; empty for what the provider accepts
 */
public record SignedMessage(RequestHead head, Bytes body, Instant time, Optional<String> publicUrl,
        Optional<Duration> tolerance) {
    /** A message judged as the provider does. */
    public SignedMessage(RequestHead head, Bytes body, Instant time, Optional<String> publicUrl) {
        this(head, body, time, publicUrl, Optional.empty());
    }

    /** A message that was sent to where it arrived, without a tunnel or proxy between. */
    public SignedMessage(RequestHead head, Bytes body, Instant time) {
        this(head, body, time, Optional.empty());
    }

    /** The URL that the sender sent to, as far as it is known. */
    public String url() {
        return publicUrl.orElseGet(() -> "http://" + head.first("Host").orElse("") + head.target());
    }
}
