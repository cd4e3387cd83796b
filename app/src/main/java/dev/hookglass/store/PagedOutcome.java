package dev.hookglass.store;

import java.time.Instant;

/**
 * What an attempt in a page came to, in short: read without the page's content.
 *
 * @param id the attempt's
 * @param at when it began
 * @param place the event and where it was sent
 * @param status of the answer; 0 if there was none
 */
record PagedOutcome(long id, Instant at, SentTo place, int status) {}
