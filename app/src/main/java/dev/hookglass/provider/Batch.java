package dev.hookglass.provider;

import tools.jackson.core.JsonPointer;

/**
 * How a provider puts several events into one request.
 *
 * @param items where in the body the list of events is; the empty pointer is the body itself
 * @param max the largest number of events in one request
 */
public record Batch(JsonPointer items, int max) {}
