package dev.hookglass.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How some numbers are spread.
 *
 * @param count how many there are
 * @param median the one in the middle; 0 where there is none, as for the others
 * @param p95 19 of 20 are not above it
 * @param max the largest
 * @param bins how many lie where, without the empty ones at both ends
 */
public record Distribution(long count, long median, long p95, long max, List<Bin> bins) {
    private static final int[] STEPS = {1, 2, 5};
    private static final int TEN = 10;

    public Distribution {
        bins = List.copyOf(bins);
    }

    /**
     * Numbers from {@code from} on and below {@code to}. The steps are 1, 2, 5, 10, 20, …
     *
     * @param count how many there are
     */
    public record Bin(long from, long to, long count) {}

    /** The distribution of the first numbers of an array, which are sorted by this. */
    static Distribution of(int[] numbers, int size) {
        if (size == 0) {
            return new Distribution(0, 0, 0, 0, List.of());
        }
        Arrays.sort(numbers, 0, size);
        return new Distribution(size, numbers[(size - 1) / 2], numbers[(int) ((size - 1) * 0.95)], numbers[size - 1],
                bins(numbers, size));
    }

    private static List<Bin> bins(int[] sorted, int size) {
        List<Bin> bins = new ArrayList<>();
        long from = 0;
        int begin = 0;
        int step = 0;
        long power = 1;
        while (begin < size) {
            long to = STEPS[step] * power;
            int end = begin;
            while (end < size && sorted[end] < to) {
                end++;
            }
            if (end > begin || !bins.isEmpty()) {
                bins.add(new Bin(from, to, end - begin));
            }
            begin = end;
            from = to;
            step = (step + 1) % STEPS.length;
            power *= step == 0 ? TEN : 1;
        }
        return bins;
    }
}
