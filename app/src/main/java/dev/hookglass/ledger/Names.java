package dev.hookglass.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Numbers for names that occur again and again. Names beyond the most are all known as one, {@link #OTHER}. */
final class Names {
    static final int NONE = 0;
    static final int OTHER = 1;

    private final int most;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new CopyOnWriteArrayList<>(List.of("", ""));

    Names(int most) {
        this.most = most;
    }

    synchronized int number(@Nullable String name) {
        if (name == null) {
            return NONE;
        }
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() >= most) {
            return OTHER;
        }
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    /** The numbers of all names that others had, by the numbers that they had there. */
    int[] numbers(List<String> others) {
        int[] numbers = new int[others.size()];
        for (int other = 0; other < numbers.length; other++) {
            numbers[other] = other <= OTHER ? other : number(others.get(other));
        }
        return numbers;
    }

    /** The names by their numbers; the first two stand for none and for others. */
    List<String> all() {
        return names;
    }

    /** Whether some name had no number left. */
    boolean isFull() {
        return names.size() >= most;
    }
}
