package dev.hookglass.ui.code;

import dev.hookglass.payload.Outline;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The nodes of an outline that are in sight, as those around them are open: a number each, so that two million rows cost
 * eight megabytes and no more. For the FX thread.
 */
final class OpenRows extends ObservableListBase<Integer> {
    /** Outlines with at most so many nodes begin all open. */
    private static final int SMALL = 3_000;

    private final Outline outline;
    private final BitSet open = new BitSet();
    private int[] nodes = {};
    private int size;

    OpenRows(Outline outline) {
        this.outline = outline;
        if (outline.count() <= SMALL) {
            open.set(0, outline.count());
        } else {
            open.set(0);
        }
        fill();
    }

    private void fill() {
        size = 0;
        int node = 0;
        while (node < outline.count()) {
            if (size == nodes.length) {
                nodes = Arrays.copyOf(nodes, Math.max(64, 2 * size));
            }
            nodes[size++] = node;
            node = open.get(node) ? node + 1 : outline.end(node);
        }
    }

    @Override
    public Integer get(int row) {
        return nodes[row];
    }

    @Override
    public int size() {
        return size;
    }

    boolean isOpen(int node) {
        return open.get(node);
    }

    boolean isContainer(int node) {
        return outline.end(node) > node + 1;
    }

    /** The row of a node, or of the closed one that hides it. */
    int row(int node) {
        int found = Arrays.binarySearch(nodes, 0, size, node);
        return found >= 0 ? found : -found - 2;
    }

    /** Opens or closes a node that is in sight. */
    void setOpen(int node, boolean opens) {
        if (!isContainer(node) || open.get(node) == opens) {
            return;
        }
        int row = row(node);
        int[] before = nodes;
        int sizeBefore = size;
        open.set(node, opens);
        nodes = new int[before.length];
        fill();
        beginChange();
        if (opens) {
            nextAdd(row + 1, row + 1 + size - sizeBefore);
        } else {
            nextRemove(row + 1, part(before, row + 1, row + 1 + sizeBefore - size));
        }
        endChange();
    }

    private static List<Integer> part(int[] of, int start, int end) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return of[start + index];
            }

            @Override
            public int size() {
                return end - start;
            }
        };
    }

    /** Opens all that a node lies in, so that it comes into sight. */
    void uncover(int node) {
        if (nodes[row(node)] == node) {
            return;
        }
        for (int up = outline.parent(node); up >= 0; up = outline.parent(up)) {
            open.set(up);
        }
        refill();
    }

    /** Opens or closes a node and all that it holds. */
    void setAllOpen(int node, boolean opens) {
        open.set(node, outline.end(node), opens);
        if (node == 0) {
            open.set(0);
        }
        refill();
    }

    private void refill() {
        int[] before = nodes;
        int sizeBefore = size;
        nodes = new int[before.length];
        fill();
        beginChange();
        nextReplace(0, size, part(before, 0, sizeBefore));
        endChange();
    }
}
