package dev.hookglass.delivery;

import dev.hookglass.problem.Problem;
import java.time.Instant;
import java.util.OptionalLong;

/** Where attempts are kept. */
public interface AttemptLog {
    /**
     * Stores the only attempt of a new delivery.
     *
     * @return the attempt with the ids it was given
     * @throws Problem if it cannot be stored
     */
    Attempt record(Instant at, OptionalLong eventId, OutboundRequest request, Outcome outcome) throws Problem;
}
