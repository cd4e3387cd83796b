package dev.hookglass.store;

import dev.hookglass.event.Verdict;

/**
 * Stored events of one source with one verdict.
 *
 * @param sourceId the source
 * @param outcome the verdict
 * @param events how many
 * @param bytes the lengths of their bodies together
 */
public record Tally(int sourceId, Verdict.Outcome outcome, long events, long bytes) {}
