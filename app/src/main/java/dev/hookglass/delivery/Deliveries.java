package dev.hookglass.delivery;

import dev.hookglass.event.StoredRequest;
import dev.hookglass.problem.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

    /** The same with another sender, such as one that waits for shorter. */
    public Deliveries with(Sender other) {
        return new Deliveries(other, log, clock);
    }

    /**
     * Sends once and records the attempt, whatever its outcome. Interrupting the calling thread ends the sending; the
     * attempt is recorded all the same.
     *
     * @param eventId the captured event that is sent again; empty for a composed sample
     * @throws Problem if the attempt cannot be stored; the request was sent then
     */
    public Attempt deliver(OutboundRequest request, OptionalLong eventId) throws Problem {
        return deliver(request, eventId, Optional.empty());
    }

    /** The same for another attempt of a delivery that was tried before. */
    public Attempt deliver(OutboundRequest request, OptionalLong eventId, Optional<Attempt> previous) throws Problem {
        return record(List.of(send(request, eventId, previous))).getFirst();
    }

    private Sent send(OutboundRequest request, OptionalLong eventId, Optional<Attempt> previous) {
        return new Sent(clock.instant(), eventId, previous, request, sender.send(request));
    }

    /** For a thread that sends many requests. */
    Lane lane() {
        return sender.lane();
    }

    /**
     * Sends an event once more and leaves it to the caller to record it.
     *
     * @param event whose request it is, perhaps signed anew
     */
    Sent send(OutboundRequest request, StoredRequest event, Lane lane) {
        return new Sent(clock.instant(), OptionalLong.of(event.eventId()), Optional.empty(), request,
                lane.send(request), request.body().equals(event.body()));
    }

    /** Records what was sent, also if the calling thread is interrupted. */
    List<Attempt> record(List<Sent> sent) throws Problem {
        // An interrupted thread must not write to a file: the interrupt would close the file for everyone.
        boolean interrupted = Thread.interrupted();
        try {
            return log.record(sent);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
