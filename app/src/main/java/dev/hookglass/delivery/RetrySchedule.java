package dev.hookglass.delivery;

import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Retry;
import java.time.Duration;
import java.util.Optional;

/**
 * When a provider tries again.
 *
 * @param first the pause after the first attempt
 * @param factor what each pause is multiplied with to give the next: 1 for a fixed one
 * @param lasting how long after the first attempt the last one may be
 * @param isAssumed whether the first pause or the end is our assumption, since the provider's documentation does not tell
 */
public record RetrySchedule(Duration first, int factor, Duration lasting, boolean isAssumed) {
    private static final Duration ASSUMED_PAUSE = Duration.ofMinutes(1);
    private static final Duration ASSUMED_END = Duration.ofDays(1);

    /** No second attempt. */
    public static final RetrySchedule NONE = new RetrySchedule(Duration.ZERO, 1, Duration.ZERO, false);

    /** The schedule of a provider; one that does not try again has one attempt. */
    public static RetrySchedule of(Provider provider) {
        return provider.retry().map(RetrySchedule::of).orElse(NONE);
    }

    /** The schedule of a provider's file; what it leaves open is assumed. */
    public static RetrySchedule of(Retry retry) {
        return new RetrySchedule(retry.every().orElse(ASSUMED_PAUSE),
                retry.backoff() == Retry.Backoff.FIXED ? 1 : 2, retry.lasting().orElse(ASSUMED_END),
                retry.every().isEmpty() || retry.lasting().isEmpty());
    }

    /**
     * The pause before the next attempt.
     *
     * @param attempts how many were made, at least 1
     * @param elapsed since the first of them
     * @return empty if the provider gives up
     */
    public Optional<Duration> pause(int attempts, Duration elapsed) {
        Duration pause = first;
        for (int i = 1; i < attempts && factor > 1 && pause.compareTo(lasting) <= 0; i++) {
            pause = pause.multipliedBy(factor);
        }
        return !pause.isZero() && elapsed.plus(pause).compareTo(lasting) <= 0 ? Optional.of(pause) : Optional.empty();
    }
}
