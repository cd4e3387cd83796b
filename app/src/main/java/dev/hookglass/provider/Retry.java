package dev.hookglass.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * What a provider does after a failed delivery.
 *
 * @param backoff how the pauses between attempts grow
 * @param every the first, or with a fixed backoff the only, pause; empty where its documentation does not say
 * @param lasting how long it goes on before it gives up; empty where its documentation does not say
 */
public record Retry(Backoff backoff, Optional<Duration> every, Optional<Duration> lasting) {
    /** How the pauses between attempts grow. */
    public enum Backoff {
        FIXED, EXPONENTIAL
    }
}
