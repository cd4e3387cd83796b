package dev.hookglass.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a provider takes for a delivery that succeeded.
 *
 * @param statuses the statuses that acknowledge, the first being the one Hookglass answers by default; never empty
 * @param within how long it waits for the answer; empty where its documentation does not say
 */
public record Acknowledgement(List<Integer> statuses, Optional<Duration> within) {
    public Acknowledgement {
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("An acknowledgement needs at least one status");
        }
        statuses = List.copyOf(statuses);
    }

    boolean accepts(int status, Duration after) {
        return statuses.contains(status) && within.map(most -> after.compareTo(most) <= 0).orElse(true);
    }

    /** The status that a receiver answers unless told otherwise. */
    public int status() {
        return statuses.getFirst();
    }
}
