package dev.hookglass.store;

import java.time.Instant;

/**
 * An event that was passed on to a target without success, and is to be sent again.
 *
 * @param lastAttempt the id of the attempt that comes before the next
 * @param firstAt when the first attempt was made
 * @param dueAt when the next one is to be made
 */
public record ForwardRetry(long eventId, int sourceId, long lastAttempt, Instant firstAt, Instant dueAt) {}
