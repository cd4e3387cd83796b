package dev.hookglass.check;

import dev.hookglass.delivery.OutboundRequest;

/**
 * A request that tries an endpoint in one way.
 *
 * @param name what is special about it, such as {@code wrong secret}; no two trials of a check share it
 * @param expectation what a correct endpoint does
 * @param because why it should, in words
 * @param request what is sent
 */
public record Trial(String name, Expectation expectation, String because, OutboundRequest request) {}
