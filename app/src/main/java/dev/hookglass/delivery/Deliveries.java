package dev.hookglass.delivery;

import dev.hookglass.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Sends requests and keeps what became of them. For use by any number of threads at once. */
public final class Deliveries {
    private final Sender sender;
    private final AttemptLog log;
    private final InstantSource clock;

    public Deliveries(Sender sender, AttemptLog log, InstantSource clock) {
        this.sender = sender;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Sends once and records the attempt, whatever its outcome. Interrupting the calling thread ends the sending; the
     * attempt is recorded all the same.
     *
     * @param eventId the captured event that is sent again; empty for a composed sample
     * @throws Problem if the attempt cannot be stored; the request was sent then
     */
    public Attempt deliver(OutboundRequest request, OptionalLong eventId) throws Problem {
        Instant at = clock.instant();
        Outcome outcome = sender.send(request);
        // An interrupted thread must not write to a file: the interrupt would close the file for everyone.
        boolean interrupted = Thread.interrupted();
        try {
            return log.record(at, eventId, request, outcome);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
