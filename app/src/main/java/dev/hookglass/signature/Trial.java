package dev.hookglass.signature;

import java.util.Optional;

/**
 * What came of trying one secret.
 *
 * @param secret its name
 * @param matches whether it is the right one
 * @param how what was computed with it, such as {@code HMAC-SHA256}; empty where the secret is sent itself
 * @param expected what the request should have carried; empty where only the sender can know
 */
public record Trial(String secret, boolean matches, String how, Optional<Concealed> expected) {}
