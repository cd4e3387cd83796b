package dev.hookglass.ledger;

import java.util.Arrays;
import java.util.Collection;

/** Ids of events in rising order: eight bytes for each. Never changes, and shares what it can with those made from it. */
public final class EventIds {
    public static final EventIds NONE = new EventIds(new long[0], 0);

    private final long[] ids;
    private final int size;

    private EventIds(long[] ids, int size) {
        this.ids = ids;
        this.size = size;
    }

    public static EventIds of(long... rising) {
        return new EventIds(rising, rising.length);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long get(int index) {
        return ids[index];
    }

    /** The newest; 0 where there is none. */
    public long last() {
        return size == 0 ? 0 : ids[size - 1];
    }

    /** Where an id is, or would be: then {@code -1 - place}. */
    public int find(long id) {
        return Arrays.binarySearch(ids, 0, size, id);
    }

    /** These and newer ones. To be called on one thread, and on the longest only: the room behind it is used once. */
    public EventIds plus(EventIds newer) {
        int together = size + newer.size;
        boolean hasRoom = together <= ids.length && (size == ids.length || ids[size] == 0);
        long[] room = hasRoom ? ids : Arrays.copyOf(ids, Math.max(together, size + size / 8 + 1_024));
        System.arraycopy(newer.ids, 0, room, size, newer.size);
        return new EventIds(room, together);
    }

    /** These without some. */
    public EventIds minus(Collection<Long> others) {
        int[] gone = others.stream().mapToInt(this::find).filter(place -> place >= 0).sorted().toArray();
        long[] left = new long[size - gone.length];
        int from = 0;
        for (int i = 0; i <= gone.length; i++) {
            int to = i < gone.length ? gone[i] : size;
            System.arraycopy(ids, from, left, from - i, to - from);
            from = to + 1;
        }
        return of(left);
    }

    /** The first of these, as many as are asked for. */
    public EventIds first(int number) {
        return number >= size ? this : new EventIds(ids, number);
    }

    /** Those up to an id, itself among them. */
    public EventIds upTo(long id) {
        int place = find(id);
        return first(place < 0 ? -1 - place : place + 1);
    }

    /** Whether others end with these. */
    public boolean isEndOf(EventIds others) {
        return size <= others.size
                && Arrays.equals(ids, 0, size, others.ids, others.size - size, others.size);
    }

    /** Gathers ids in rising order. */
    public static final class Builder {
        private static final int SOME = 1_024;

        private long[] gathered;
        private int size;

        public Builder() {
            this(0);
        }

        /** @param expected how many it will be, about */
        Builder(int expected) {
            gathered = new long[Math.max(SOME, expected)];
        }

        public void add(long id) {
            if (size == gathered.length) {
                gathered = Arrays.copyOf(gathered, 2 * size);
            }
            gathered[size++] = id;
        }

        /** Adds those at some places. */
        void add(long[] ids, int[] places, int count) {
            if (size + count > gathered.length) {
                gathered = Arrays.copyOf(gathered, Math.max(2 * gathered.length, size + count));
            }
            for (int i = 0; i < count; i++) {
                gathered[size + i] = ids[places[i]];
            }
            size += count;
        }

        public EventIds build() {
            return new EventIds(size == gathered.length ? gathered : Arrays.copyOf(gathered, size), size);
        }
    }
}
