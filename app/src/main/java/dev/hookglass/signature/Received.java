package dev.hookglass.signature;

import dev.hookglass.event.Bytes;

/**
 * The proof that a request presents.
 *
 * @param place where it stands, such as {@code X-Hub-Signature}
 * @param bytes the signature, decoded
 * @param writtenAs how it is written there, such as {@code hex}
 * @param isSecret whether these bytes are a secret themselves, to be shown on request only
 */
public record Received(String place, Bytes bytes, String writtenAs, boolean isSecret) {}
