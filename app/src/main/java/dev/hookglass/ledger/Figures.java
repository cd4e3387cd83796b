package dev.hookglass.ledger;

import dev.hookglass.event.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of some events.
 *
 * @param events how many there are
 * @param seconds between the first and the last
 * @param over by time and verdict
 * @param verdicts how many of each verdict; those that do not occur are absent
 * @param types the types that occur most, the most frequent first
 * @param sizes of bodies, in bytes
 * @param replies from the request's last byte to the reply, in microseconds, where it is known
 * @param gaps from one event to the next, in microseconds
 */
public record Figures(long events, double seconds, TimeCounts over, Map<Outcome, Long> verdicts, List<Share> types,
        Distribution sizes, Distribution replies, Distribution gaps) {
    private static final int MOST_TYPES = 12;
    private static final double MICROS = 1e6;

    public Figures {
        verdicts = Map.copyOf(verdicts);
        types = List.copyOf(types);
    }

    /**
     * The events of a type.
     *
     * @param type empty for events without one
     */
    public record Share(String type, long events) {}

    /** Works them out; takes some tenths of a second for a million. */
    public static Figures of(Ledger ledger, EventIds ids, int mostBuckets) {
        TimeCounts.Span span = TimeCounts.span(ledger, ids);
        Gathering gathered = new Gathering(ids.size(), ledger.typeNames().size());
        ledger.each(ids, gathered::take);
        double seconds = (Entry.micros(span.last()) - Entry.micros(span.first())) / MICROS;
        return new Figures(gathered.events, seconds, TimeCounts.count(ledger, ids, span, mostBuckets),
                gathered.verdicts(), gathered.types(ledger.typeNames()),
                Distribution.of(gathered.sizes, gathered.events),
                Distribution.of(gathered.replies, gathered.answered),
                Distribution.of(gathered.gaps, Math.max(0, gathered.events - 1)));
    }

    /** Events in a second, on average; 0 for a single one. */
    public double perSecond() {
        return seconds == 0 ? 0 : events / seconds;
    }

    private static final class Gathering {
        private final int[] sizes;
        private final int[] replies;
        private final int[] gaps;
        private final long[] types;
        private final long[] outcomes = new long[Outcome.values().length];
        private int events;
        private int answered;
        private long before;

        Gathering(int most, int mostTypes) {
            sizes = new int[most];
            replies = new int[most];
            gaps = new int[most];
            types = new long[mostTypes];
        }

        void take(Page page, int at) {
            sizes[events] = page.bytes[at];
            if (page.took[at] != Entry.UNKNOWN) {
                replies[answered++] = page.took[at];
            }
            if (events > 0) {
                gaps[events - 1] = Math.clamp(page.micros[at] - before, 0, Integer.MAX_VALUE);
            }
            before = page.micros[at];
            outcomes[page.outcomes[at]]++;
            // A type that came since the names were asked for counts as another.
            types[page.types[at] < types.length ? page.types[at] : Names.OTHER]++;
            events++;
        }

        Map<Outcome, Long> verdicts() {
            Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                if (outcomes[outcome.code()] > 0) {
                    counts.put(outcome, outcomes[outcome.code()]);
                }
            }
            return counts;
        }

        List<Share> types(List<String> names) {
            List<Share> shares = new ArrayList<>();
            for (int number = 0; number < types.length; number++) {
                if (types[number] > 0) {
                    shares.add(new Share(names.get(number), types[number]));
                }
            }
            return shares.stream().sorted(Comparator.comparingLong(Share::events).reversed()).limit(MOST_TYPES)
                    .toList();
        }
    }
}
