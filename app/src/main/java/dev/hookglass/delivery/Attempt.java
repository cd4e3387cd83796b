package dev.hookglass.delivery;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One HTTP exchange of a delivery, as it is stored.
 *
 * @param id given by the log
 * @param deliveryId attempts of one delivery share it
 * @param number 1 for the first attempt of its delivery
 * @param at when it began
 * @param eventId the captured event that was sent again; empty for a composed sample
 * @param request what was sent
 * @param outcome what became of it
 */
public record Attempt(long id, long deliveryId, int number, Instant at, OptionalLong eventId,
        OutboundRequest request, Outcome outcome) {}
