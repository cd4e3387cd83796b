package dev.hookglass.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One HTTP exchange that was made and is not stored yet.
 *
 * @param at when it began
 * @param eventId the captured event that is sent again; empty for a composed sample
 * @param previous the attempt of the same delivery before it; empty for the first
 * @param request what was sent
 * @param outcome what became of it
 * @param isBodyOfEvent whether the body that was sent is the event's own, so that it is stored already
 */
public record Sent(Instant at, OptionalLong eventId, Optional<Attempt> previous, OutboundRequest request,
        Outcome outcome, boolean isBodyOfEvent) {
    /** With a body that is stored nowhere yet, as far as is known. */
    public Sent(Instant at, OptionalLong eventId, Optional<Attempt> previous, OutboundRequest request,
            Outcome outcome) {
        this(at, eventId, previous, request, outcome, false);
    }

    /** How many bytes of bodies it holds. */
    long bytes() {
        return request.body().size() + (outcome instanceof Outcome.Answered answered ? answered.body().size() : 0L);
    }
}
