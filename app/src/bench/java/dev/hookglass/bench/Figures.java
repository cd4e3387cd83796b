package dev.hookglass.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one server or way of doing something. */
final class Figures<T> {
    private final List<T> rounds = new ArrayList<>();

    void add(T round) {
        rounds.add(round);
    }

    /** The middle one of a figure over all rounds; of an even number, the mean of the two in the middle. */
    double median(ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double sum(ToDoubleFunction<T> figure) {
        return rounds.stream().mapToDouble(figure).sum();
    }
}
