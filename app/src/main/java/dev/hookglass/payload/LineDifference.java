package dev.hookglass.payload;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where two lists of lines differ, for lists of any length: what both begin and end with is set aside, lines that each has
 * once hold the rest together, and only what is between them is compared exactly. That costs the square of what differs, so
 * beyond a bound it counts as replaced as a whole.
 */
final class LineDifference {
    /** Lines of both sides that are compared exactly at once. */
    private static final int MOST_EXACT = 4_000;

    private final List<String> left;
    private final List<String> right;
    private final List<Change> changes = new ArrayList<>();

    private LineDifference(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
    }

    /** Lines of the left, from start to end, that are others on the right; either side may have none. */
    record Change(int leftStart, int leftEnd, int rightStart, int rightEnd) {}

    /** The changes in their order. Not for the FX thread. */
    static List<Change> between(List<String> left, List<String> right) {
        LineDifference difference = new LineDifference(left, right);
        difference.compare(0, left.size(), 0, right.size());
        return difference.changes;
    }

    private void compare(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        int leftStart = leftFrom;
        int rightStart = rightFrom;
        while (leftStart < leftTo && rightStart < rightTo && left.get(leftStart).equals(right.get(rightStart))) {
            leftStart++;
            rightStart++;
        }
        int leftEnd = leftTo;
        int rightEnd = rightTo;
        while (leftEnd > leftStart && rightEnd > rightStart
                && left.get(leftEnd - 1).equals(right.get(rightEnd - 1))) {
            leftEnd--;
            rightEnd--;
        }
        if (leftStart == leftEnd && rightStart == rightEnd) {
            return;
        }
        if (leftEnd - leftStart + rightEnd - rightStart <= MOST_EXACT) {
            exactly(leftStart, leftEnd, rightStart, rightEnd);
        } else {
            betweenAnchors(leftStart, leftEnd, rightStart, rightEnd);
        }
    }

    private void exactly(int leftStart, int leftEnd, int rightStart, int rightEnd) {
        for (AbstractDelta<String> delta : DiffUtils
                .diff(left.subList(leftStart, leftEnd), right.subList(rightStart, rightEnd))
                .getDeltas()) {
            int atLeft = leftStart + delta.getSource().getPosition();
            int atRight = rightStart + delta.getTarget().getPosition();
            changes.add(new Change(atLeft, atLeft + delta.getSource().size(), atRight,
                    atRight + delta.getTarget().size()));
        }
    }

    private void betweenAnchors(int leftStart, int leftEnd, int rightStart, int rightEnd) {
        List<int[]> anchors = longestRising(onceInBoth(leftStart, leftEnd, rightStart, rightEnd));
        if (anchors.isEmpty()) {
            changes.add(new Change(leftStart, leftEnd, rightStart, rightEnd));
            return;
        }
        int atLeft = leftStart;
        int atRight = rightStart;
        for (int[] anchor : anchors) {
            compare(atLeft, anchor[0], atRight, anchor[1]);
            atLeft = anchor[0] + 1;
            atRight = anchor[1] + 1;
        }
        compare(atLeft, leftEnd, atRight, rightEnd);
    }

    /** Pairs of places, left and right, of lines that each side has exactly once; by their places on the left. */
    private List<int[]> onceInBoth(int leftStart, int leftEnd, int rightStart, int rightEnd) {
        Map<String, int[]> places = new HashMap<>();
        for (int i = leftStart; i < leftEnd; i++) {
            count(places, left.get(i), i, 0);
        }
        for (int i = rightStart; i < rightEnd; i++) {
            count(places, right.get(i), i, 2);
        }
        List<int[]> pairs = new ArrayList<>();
        for (int[] place : places.values()) {
            if (place[1] == 1 && place[3] == 1) {
                pairs.add(new int[]{place[0], place[2]});
            }
        }
        pairs.sort((one, other) -> Integer.compare(one[0], other[0]));
        return pairs;
    }

    private static void count(Map<String, int[]> places, String line, int at, int side) {
        int[] place = places.computeIfAbsent(line, _ -> new int[4]);
        place[side] = at;
        place[side + 1]++;
    }

    /** The longest run of pairs that rises on the right as well: what moved is left out. */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] rising = new int[length][];
        int at = length > 0 ? tails[length - 1] : -1;
        for (int i = length - 1; i >= 0; i--) {
            rising[i] = pairs.get(at);
            at = before[at];
        }
        return Arrays.asList(rising);
    }
}
