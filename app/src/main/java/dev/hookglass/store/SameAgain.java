package dev.hookglass.store;

import java.util.ArrayList;
import java.util.List;

/** What stood in each place of the record before, where many records follow each other that are much alike. */
final class SameAgain<T> {
    private final T nothing;
    private final List<T> known = new ArrayList<>();
    private int next;

    SameAgain(T nothing) {
        this.nothing = nothing;
    }

    /** Another record begins. */
    void begin() {
        next = 0;
    }

    /** Whether the next place has what it had before; has it from now on. */
    boolean isNext(T value) {
        boolean same = value.equals(before());
        put(value);
        return same;
    }

    /** What the next place had before. */
    T before() {
        if (next == known.size()) {
            known.add(nothing);
        }
        return known.get(next);
    }

    /** Goes on to the place behind. */
    T put(T value) {
        known.set(next++, value);
        return value;
    }
}
