package dev.hookglass.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What events can be sorted by. Equals stand in the order of their storing, the newest first. */
public enum Order {
    TIME, TYPE, SOURCE, VERDICT, REPLY, SIZE, DURATION, METHOD, ATTEMPT;

    private interface Value {
        int of(Page page, int at);
    }

    /** Sorts some events. The first of the result stands at the top. */
    public long[] sort(Ledger ledger, EventIds ids, boolean isDescending) {
        int[] keys = new int[ids.size()];
        long[] found = new long[ids.size()];
        // From the end, since the newest of equals stands first.
        int[] place = {ids.size()};
        Value value = value(ledger);
        ledger.each(ids, (page, at) -> {
            int next = --place[0];
            keys[next] = value.of(page, at);
            found[next] = page.ids[at];
        });
        // Some may have gone meanwhile.
        return Sorter.sort(place[0] == 0 ? found : Arrays.copyOfRange(found, place[0], found.length),
                place[0] == 0 ? keys : Arrays.copyOfRange(keys, place[0], keys.length), isDescending);
    }

    private Value value(Ledger ledger) {
        return switch (this) {
            // In the order of storing, which is that of receiving: what was imported comes last all the same.
            case TIME -> {
                int[] count = {0};
                yield (_, _) -> count[0]++;
            }
            case TYPE -> ranked(ledger.typeNames(), (page, at) -> page.types[at]);
            case METHOD -> ranked(ledger.methodNames(), (page, at) -> page.methods[at]);
            case SOURCE -> (page, at) -> page.sources[at];
            case VERDICT -> (page, at) -> page.outcomes[at];
            case REPLY -> (page, at) -> page.statuses[at];
            case SIZE -> (page, at) -> page.bytes[at];
            case DURATION -> (page, at) -> page.took[at];
            case ATTEMPT -> (page, at) -> page.attempts[at];
        };
    }

    private static Value ranked(List<String> names, Value number) {
        List<String> known = List.copyOf(names);
        int[] ranks = new int[known.size()];
        int[] byName = IntStream.range(0, known.size()).boxed()
                .sorted(Comparator.comparing(known::get, String.CASE_INSENSITIVE_ORDER)).mapToInt(i -> i).toArray();
        for (int rank = 0; rank < byName.length; rank++) {
            ranks[byName[rank]] = rank;
        }
        // A name that came since stands at the end.
        return (page, at) -> number.of(page, at) < ranks.length ? ranks[number.of(page, at)] : ranks.length;
    }
}
