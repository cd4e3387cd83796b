package dev.hookglass.source;

/**
 * That a source passes each event on to a target, at once and as it was received.
 *
 * @param targetId the target
 * @param answers whether the sender is answered with what the target answers, if it does in time; else by the source's own
 *     rule
 * @param retries whether what the provider would not take for an acknowledgement is sent again as the provider would
 */
public record Forward(int targetId, boolean answers, boolean retries) {}
