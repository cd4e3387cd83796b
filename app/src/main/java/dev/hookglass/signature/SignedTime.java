package dev.hookglass.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time that a request says it was signed for.
 *
 * @param text as sent
 * @param at what it means; empty if it cannot be read
 * @param age how long before its arrival that was; negative for a time after it
 * @param tolerance the most that is accepted; empty if the provider's own libraries do not look at it
 */
public record SignedTime(String text, Optional<Instant> at, Optional<Duration> age, Optional<Duration> tolerance) {}
