package dev.hookglass.check;

import dev.hookglass.delivery.Outcome;

/**
 * What an endpoint did in one trial.
 *
 * @param trial what was sent and what was to be expected
 * @param outcome what came back
 * @param passed whether the endpoint did right
 * @param words what it did, and if that is wrong, what is wrong about it
 */
public record Finding(Trial trial, Outcome outcome, boolean passed, String words) {}
