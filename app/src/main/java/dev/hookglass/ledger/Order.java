package dev.hookglass.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What events can be sorted by. Equals stand in the order of their storing, the newest first. */
public enum Order {
    TIME, TYPE, SOURCE, VERDICT, REPLY, SIZE, DURATION, METHOD, ATTEMPT;

    /**
     * Sorts some events.
     *
     * @return their places among the ids; the first of the result stands at the top
     */
    public int[] sort(Ledger ledger, EventIds ids, boolean isDescending) {
        Gathering gathered = new Gathering(ids.size(), ranks(ledger));
        ledger.eachPart(ids, gathered::take);
        return gathered.sort(isDescending);
    }

    /** The places of names in the alphabet, by their numbers; empty where it is not sorted by names. */
    private int[] ranks(Ledger ledger) {
        return switch (this) {
            case TYPE -> ranks(ledger.typeNames());
            case METHOD -> ranks(ledger.methodNames());
            default -> new int[0];
        };
    }

    private static int[] ranks(List<String> names) {
        List<String> known = List.copyOf(names);
        int[] ranks = new int[known.size()];
        int[] byName = IntStream.range(0, known.size()).boxed()
                .sorted(Comparator.comparing(known::get, String.CASE_INSENSITIVE_ORDER)).mapToInt(i -> i).toArray();
        for (int rank = 0; rank < byName.length; rank++) {
            ranks[byName[rank]] = rank;
        }
        return ranks;
    }

    /** The numbers to sort by, from the newest event on, since the newest of equals stands first. */
    private final class Gathering {
        private final int[] ranks;
        private final int[] keys;
        private final int[] places;
        private int next;

        Gathering(int most, int[] ranks) {
            this.ranks = ranks;
            this.keys = new int[most];
            this.places = new int[most];
            this.next = most;
        }

        /** Loops of a page each, since they are run so seldom that the Java machine has hardly compiled them. */
        void take(Page page, int[] at, int[] place, int count) {
            next -= count;
            for (int i = 0; i < count; i++) {
                places[next + count - 1 - i] = place[i];
            }
            for (int i = 0; i < count; i++) {
                keys[next + count - 1 - i] = key(page, at[i], place[i]);
            }
        }

        private int key(Page page, int at, int place) {
            return switch (Order.this) {
                // In the order of storing, which is that of receiving: what was imported comes last all the same.
                case TIME -> place;
                case TYPE -> rank(page.types[at]);
                case METHOD -> rank(page.methods[at]);
                case SOURCE -> page.sources[at];
                case VERDICT -> page.outcomes[at];
                case REPLY -> page.statuses[at];
                case SIZE -> page.bytes[at];
                case DURATION -> page.took[at];
                case ATTEMPT -> page.attempts[at];
            };
        }

        /** A name that came since stands at the end. */
        private int rank(int number) {
            return number < ranks.length ? ranks[number] : ranks.length;
        }

        int[] sort(boolean isDescending) {
            // Some may have gone meanwhile.
            return next == 0
                    ? Sorter.sort(places, keys, isDescending)
                    : Sorter.sort(Arrays.copyOfRange(places, next, places.length),
                            Arrays.copyOfRange(keys, next, keys.length), isDescending);
        }
    }
}
