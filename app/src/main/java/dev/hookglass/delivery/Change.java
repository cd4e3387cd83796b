package dev.hookglass.delivery;

import java.util.OptionalInt;

/** How a delivery compares to the one before it of the same event to the same target. */
public enum Change {
    /** There was none before. */
    FIRST,
    /** A 2xx again, or again none. */
    SAME,
    /** It was no 2xx, and now is one. */
    FIXED,
    /** It was a 2xx, and now is none. */
    REGRESSED;

    /**
     * Compares statuses.
     *
     * @param before the status before, 0 for no answer; empty if there was no delivery before
     * @param now the status now, 0 for no answer
     */
    public static Change of(OptionalInt before, int now) {
        if (before.isEmpty()) {
            return FIRST;
        }
        boolean wasGood = isGood(before.getAsInt());
        return wasGood == isGood(now) ? SAME : wasGood ? REGRESSED : FIXED;
    }

    private static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }
}
