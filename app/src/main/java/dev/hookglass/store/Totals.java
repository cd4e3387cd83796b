package dev.hookglass.store;

import dev.hookglass.event.Rejection;
import java.util.List;
import java.util.Map;

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

    static Totals of(List<Tally> tallies, Map<Rejection.Reason, Long> rejections) {
        return new Totals(tallies, rejections.values().stream().mapToLong(Long::longValue).sum());
    }
}
