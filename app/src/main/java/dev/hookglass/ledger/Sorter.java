package dev.hookglass.ledger;

/**
 * Sorts ids by numbers, of which equal ones keep their order: digit by digit from the lowest, which takes some hundredths of a
 * second for a million, since most columns have few values.
 */
final class Sorter {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private long[] ids;
    private int[] keys;
    private long[] otherIds;
    private int[] otherKeys;

    private Sorter(long[] ids, int[] keys) {
        this.ids = ids;
        this.keys = keys;
        this.otherIds = new long[ids.length];
        this.otherKeys = new int[ids.length];
    }

    /** Gives the ids in the order of their keys. Both arrays are used up. */
    static long[] sort(long[] ids, int[] keys, boolean isDescending) {
        if (ids.length == 0) {
            return ids;
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
        Sorter sorter = new Sorter(ids, keys);
        for (int shift = 0; shift < Integer.SIZE && most - least >>> shift != 0; shift += BITS) {
            sorter.pass(shift);
        }
        return sorter.ids;
    }

    private void pass(int shift) {
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
        for (int i = 0; i < keys.length; i++) {
            int place = next[keys[i] >>> shift & DIGITS - 1]++;
            otherKeys[place] = keys[i];
            otherIds[place] = ids[i];
        }
        long[] sortedIds = otherIds;
        int[] sortedKeys = otherKeys;
        otherIds = ids;
        otherKeys = keys;
        ids = sortedIds;
        keys = sortedKeys;
    }
}
