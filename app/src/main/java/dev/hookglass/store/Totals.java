package dev.hookglass.store;

import java.util.List;

/**
 * What was received at one moment.
 *
 * @param tallies events by source and verdict
 * @param rejected requests that never became an event
 */
public record Totals(List<Tally> tallies, long rejected) {
    public Totals {
        tallies = List.copyOf(tallies);
    }
}
