package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import java.time.Instant;

/**
 * What a signature covers.
 *
 * @param head the request head, as sent
 * @param body the raw body, as sent
 * @param time the time to judge freshness by: of capture when checking, of sending when signing
 */
public record SignedMessage(RequestHead head, Bytes body, Instant time) {}
