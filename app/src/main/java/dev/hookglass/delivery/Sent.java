package dev.hookglass.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One HTTP exchange that was made and is not stored yet.
 *
 * @param at when it began
 * @param eventId the captured event that was sent again; empty for a composed sample
 * @param previous the attempt of the same delivery before it; empty for the first
 * @param request what was sent
 * @param outcome what became of it
 */
public record Sent(Instant at, OptionalLong eventId, Optional<Attempt> previous, OutboundRequest request,
        Outcome outcome) {}
