package dev.hookglass.signature;

import java.util.Optional;

/**
 * What came of trying one secret.
 *
 * @param secret its name
 * @param matches whether it is the right one
 * @param how what was computed, such as {@code HMAC-SHA256}
 * @param expected what the request should have carried; empty where only the sender can know
 */
public record Trial(String secret, boolean matches, String how, Optional<Concealed> expected) {}
