package dev.hookglass.store;

/**
 * Events that were deleted together.
 *
 * @param number tells deletions apart
 * @param events how many
 */
public record Deletion(long number, long events) {}
