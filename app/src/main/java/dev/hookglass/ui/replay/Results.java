package dev.hookglass.ui.replay;

import dev.hookglass.delivery.Change;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableListBase;

/**
 * The results of a run, in columns of numbers, so that a hundred thousand of them take some three megabytes; a row is made
 * when it is looked at. For the FX thread.
 */
final class Results extends ObservableListBase<ResultRow> {
    private static final int FIRST_CAPACITY = 1_024;
    private static final int MOST_WORDS = 1_000;

    private final Map<String, String> known = new HashMap<>();
    private final Map<Shown, Integer> counts = new EnumMap<>(Shown.class);
    private long[] attempts = new long[FIRST_CAPACITY];
    private long[] events = new long[FIRST_CAPACITY];
    private int[] statuses = new int[FIRST_CAPACITY];
    private int[] micros = new int[FIRST_CAPACITY];
    private int[] bytes = new int[FIRST_CAPACITY];
    private int[] befores = new int[FIRST_CAPACITY];
    private Change[] changes = new Change[FIRST_CAPACITY];
    private String[] words = new String[FIRST_CAPACITY];
    private int size;
    private Shown shown = Shown.ALL;
    /** Where the rows that are shown stand, unless all are. */
    private int[] places = new int[0];

    void addAll(List<ResultRow> rows) {
        int before = size();
        beginChange();
        for (ResultRow row : rows) {
            add(row.isSuccess(), row.change());
            put(row);
        }
        if (size() > before) {
            nextAdd(before, size());
        }
        endChange();
    }

    private void add(boolean isSuccess, Change change) {
        for (Shown each : Shown.values()) {
            if (each.holds(isSuccess, change)) {
                int found = counts.merge(each, 1, Integer::sum);
                if (each == shown && shown != Shown.ALL) {
                    places = withRoom(places, found - 1);
                    places[found - 1] = size;
                }
            }
        }
    }

    private static int[] withRoom(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(FIRST_CAPACITY, 2 * array.length));
    }

    private void put(ResultRow row) {
        if (size == attempts.length) {
            grow();
        }
        attempts[size] = row.attemptId();
        events[size] = row.eventId();
        statuses[size] = row.status();
        micros[size] = row.micros();
        bytes[size] = row.bytes();
        befores[size] = row.before();
        changes[size] = row.change();
        words[size] = known.size() < MOST_WORDS
                ? known.computeIfAbsent(row.words(), text -> text)
                : known.getOrDefault(row.words(), "");
        size++;
    }

    private void grow() {
        int more = 2 * size;
        attempts = Arrays.copyOf(attempts, more);
        events = Arrays.copyOf(events, more);
        statuses = Arrays.copyOf(statuses, more);
        micros = Arrays.copyOf(micros, more);
        bytes = Arrays.copyOf(bytes, more);
        befores = Arrays.copyOf(befores, more);
        changes = Arrays.copyOf(changes, more);
        words = Arrays.copyOf(words, more);
    }

    /** Forgets all results. */
    void empty() {
        Gone before = new Gone(size());
        beginChange();
        size = 0;
        counts.clear();
        known.clear();
        nextReplace(0, 0, before);
        endChange();
    }

    /** Shows only some of the results. */
    void show(Shown some) {
        Gone before = new Gone(size());
        beginChange();
        shown = some;
        places = new int[0];
        int found = 0;
        for (int i = 0; i < size && some != Shown.ALL; i++) {
            if (some.holds(isSuccess(i), changes[i])) {
                places = withRoom(places, found);
                places[found++] = i;
            }
        }
        nextReplace(0, size(), before);
        endChange();
    }

    private boolean isSuccess(int index) {
        return statuses[index] >= 200 && statuses[index] < 300;
    }

    int count(Shown some) {
        return counts.getOrDefault(some, 0);
    }

    /** The events that were sent without success. */
    Set<Long> failed() {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < size; i++) {
            if (!isSuccess(i)) {
                ids.add(events[i]);
            }
        }
        return ids;
    }

    @Override
    public ResultRow get(int index) {
        int at = shown == Shown.ALL ? index : places[index];
        return new ResultRow(attempts[at], events[at], statuses[at], micros[at], bytes[at], words[at],
                changes[at], befores[at]);
    }

    @Override
    public int size() {
        return count(shown);
    }

    /** As many rows as were there before, for listeners that ask how many; nobody asks which. */
    private static final class Gone extends AbstractList<ResultRow> {
        private static final ResultRow NONE = new ResultRow(0, 0, 0, 0, 0, "", Change.FIRST, -1);
        private final int size;

        Gone(int size) {
            this.size = size;
        }

        @Override
        public ResultRow get(int index) {
            return NONE;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
