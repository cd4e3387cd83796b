package dev.hookglass.bench;

import java.util.Arrays;

/**
 * What came of a load.
 *
 * @param answered requests that were answered with 2xx, the warm-up's among them
 * @param failed requests that were answered otherwise, or not
 * @param perSecond answers in a second of the measured time
 * @param p50 milliseconds that half of the answers took at most, counted from when the request was due
 * @param p99 milliseconds that 99 of 100 answers took at most
 * @param max milliseconds of the slowest answer
 */
record LoadResult(long answered, long failed, double perSecond, double p50, double p99, double max) {
    private static final String MARK = "load-result";

    /** From latencies in nanoseconds, in any order. */
    static LoadResult of(long answered, long failed, double seconds, long[] latencies) {
        Arrays.sort(latencies);
        return new LoadResult(answered, failed, latencies.length / seconds, at(latencies, 0.5), at(latencies, 0.99),
                at(latencies, 1));
    }

    private static double at(long[] sorted, double share) {
        int index = (int) Math.ceil(sorted.length * share) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)] / 1e6;
    }

    String line() {
        return String.join(" ", MARK, "" + answered, "" + failed, "" + perSecond, "" + p50, "" + p99, "" + max);
    }

    static LoadResult parse(String line) {
        String[] words = line.split(" ", -1);
        if (!words[0].equals(MARK)) {
            throw new IllegalArgumentException("The load generator said: " + line);
        }
        return new LoadResult(Long.parseLong(words[1]), Long.parseLong(words[2]), Double.parseDouble(words[3]),
                Double.parseDouble(words[4]), Double.parseDouble(words[5]), Double.parseDouble(words[6]));
    }
}
