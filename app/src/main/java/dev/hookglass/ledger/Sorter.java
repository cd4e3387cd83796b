package dev.hookglass.ledger;

/**
 * Sorts places by numbers, of which equal ones keep their order: digit by digit from the lowest, which takes some hundredths
 * of a second for a million, since most columns have few values and are sorted in one pass.
 */
final class Sorter {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private int[] places;
    private int[] keys;
    private int[] otherPlaces;
    private int[] otherKeys;

    private Sorter(int[] places, int[] keys) {
        this.places = places;
        this.keys = keys;
        this.otherPlaces = new int[places.length];
        this.otherKeys = new int[0];
    }

    /** Gives the places in the order of their keys. Both arrays are used up. */
    static int[] sort(int[] places, int[] keys, boolean isDescending) {
        if (places.length == 0) {
            return places;
        }
        int least = keys[0];
        int most = keys[0];
        for (int key : keys) {
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        // From 0 up, as numbers without a sign.
        for (int i = 0; i < keys.length; i++) {
            keys[i] = isDescending ? most - keys[i] : keys[i] - least;
        }
        Sorter sorter = new Sorter(places, keys);
        int range = most - least;
        for (int shift = 0; shift < Integer.SIZE && range >>> shift != 0; shift += BITS) {
            boolean isLast = shift + BITS >= Integer.SIZE || range >>> shift + BITS == 0;
            sorter.pass(shift, isLast);
        }
        return sorter.places;
    }

    /** @param isLast whether the keys are not needed any more */
    private void pass(int shift, boolean isLast) {
        int[] next = starts(keys, shift);
        if (isLast) {
            for (int i = 0; i < keys.length; i++) {
                otherPlaces[next[keys[i] >>> shift & DIGITS - 1]++] = places[i];
            }
        } else {
            if (otherKeys.length == 0) {
                otherKeys = new int[keys.length];
            }
            for (int i = 0; i < keys.length; i++) {
                int to = next[keys[i] >>> shift & DIGITS - 1]++;
                otherKeys[to] = keys[i];
                otherPlaces[to] = places[i];
            }
            int[] sortedKeys = otherKeys;
            otherKeys = keys;
            keys = sortedKeys;
        }
        int[] sortedPlaces = otherPlaces;
        otherPlaces = places;
        places = sortedPlaces;
    }

    /** Where the first key with each digit comes to stand. */
    private static int[] starts(int[] keys, int shift) {
        int[] next = new int[DIGITS];
        for (int key : keys) {
            next[key >>> shift & DIGITS - 1]++;
        }
        int before = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = next[digit];
            next[digit] = before;
            before += count;
        }
        return next;
    }
}
