package dev.hookglass.payload;

import java.util.Arrays;

/** The nodes of an {@link Outline} as numbers: some twenty bytes each, whatever they hold. */
final class OutlineNodes {
    /** More than a person looks through, and some 50 MB. */
    static final int MOST = 2_000_000;
    private static final int FIRST_ROOM = 64;

    private int[] starts = new int[FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private int[] names = new int[FIRST_ROOM];
    private int[] parents = new int[FIRST_ROOM];
    private int[] nexts = new int[FIRST_ROOM];
    private int[] indexes = new int[FIRST_ROOM];
    private int count;

    /**
     * Adds a node and gives its number.
     *
     * @param start where it begins in the text
     * @param name where its name begins; -1 for none
     * @param index its place in its parent, from 0
     */
    int add(int start, int name, int parent, int index) {
        if (count == starts.length) {
            grow();
        }
        starts[count] = start;
        names[count] = name;
        parents[count] = parent;
        indexes[count] = index;
        return count++;
    }

    private void grow() {
        int room = 2 * count;
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        names = Arrays.copyOf(names, room);
        parents = Arrays.copyOf(parents, room);
        nexts = Arrays.copyOf(nexts, room);
        indexes = Arrays.copyOf(indexes, room);
    }

    /** A node ends, and with it all that it holds. */
    void close(int node, int end) {
        ends[node] = end;
        nexts[node] = count;
    }

    boolean isFull() {
        return count >= MOST;
    }

    int count() {
        return count;
    }

    int start(int node) {
        return starts[node];
    }

    int end(int node) {
        return ends[node];
    }

    int name(int node) {
        return names[node];
    }

    int parent(int node) {
        return parents[node];
    }

    int next(int node) {
        return nexts[node];
    }

    int index(int node) {
        return indexes[node];
    }

    int children(int node) {
        int children = 0;
        for (int child = node + 1; child < nexts[node]; child = nexts[child]) {
            children++;
        }
        return children;
    }

    /** The innermost node at an offset; a node reaches from its name to its end. */
    int at(int offset) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (beginning(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        while (low > 0 && ends[low] <= offset) {
            low = parents[low];
        }
        return low;
    }

    private int beginning(int node) {
        return names[node] >= 0 ? names[node] : starts[node];
    }
}
