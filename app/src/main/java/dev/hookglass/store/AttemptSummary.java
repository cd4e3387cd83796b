package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;
import java.time.Instant;

/**
 * What came of an attempt, in short.
 *
 * @param at when it began
 * @param url where to
 * @param status of the answer; 0 if there was none
 */
public record AttemptSummary(Instant at, String url, int status) {
    /** An attempt in short. */
    public static AttemptSummary of(Attempt attempt) {
        return new AttemptSummary(attempt.at(), attempt.request().url().toString(), attempt.outcome().status());
    }
}
