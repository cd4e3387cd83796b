package dev.hookglass.payload;

import java.util.Arrays;

/** The nodes of an {@link Outline} as numbers: some twenty bytes each, whatever they hold. */
final class OutlineNodes {
    /** More than a person looks through, and some 50 MB. */
    static final int MOST = 2_000_000;
    private static final int FIRST_ROOM = 64;
    /** What is known of a node stands side by side, as it is looked at together. */
    private static final int START = 0;
    private static final int END = 1;
    private static final int NAME = 2;
    private static final int PARENT = 3;
    private static final int NEXT = 4;
    private static final int INDEX = 5;
    private static final int WIDTH = 6;

    private int[] known = new int[FIRST_ROOM * WIDTH];
    private int count;

    /**
     * Adds a node and gives its number.
     *
     * @param start where it begins in the text
     * @param name where its name begins; -1 for none
     * @param index its place in its parent, from 0
     */
    int add(int start, int name, int parent, int index) {
        int at = count * WIDTH;
        if (at == known.length) {
            known = Arrays.copyOf(known, 2 * at);
        }
        known[at + START] = start;
        known[at + NAME] = name;
        known[at + PARENT] = parent;
        known[at + INDEX] = index;
        return count++;
    }

    /** A node ends, and with it all that it holds. */
    void close(int node, int end) {
        known[node * WIDTH + END] = end;
        known[node * WIDTH + NEXT] = count;
    }

    boolean isFull() {
        return count >= MOST;
    }

    int count() {
        return count;
    }

    int start(int node) {
        return known[node * WIDTH + START];
    }

    int end(int node) {
        return known[node * WIDTH + END];
    }

    int name(int node) {
        return known[node * WIDTH + NAME];
    }

    int parent(int node) {
        return known[node * WIDTH + PARENT];
    }

    int next(int node) {
        return known[node * WIDTH + NEXT];
    }

    int index(int node) {
        return known[node * WIDTH + INDEX];
    }

    int children(int node) {
        int children = 0;
        for (int child = node + 1; child < known[node * WIDTH + NEXT]; child = known[child * WIDTH + NEXT]) {
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
        while (low > 0 && known[low * WIDTH + END] <= offset) {
            low = known[low * WIDTH + PARENT];
        }
        return low;
    }

    private int beginning(int node) {
        return known[node * WIDTH + NAME] >= 0 ? known[node * WIDTH + NAME] : known[node * WIDTH + START];
    }
}
