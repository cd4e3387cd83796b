package dev.hookglass.ui.replay;

import dev.hookglass.delivery.Change;

/** Which results are shown. */
enum Shown {
    ALL, FAILED, FIXED, REGRESSED, SAME;

    boolean holds(boolean isSuccess, Change change) {
        return switch (this) {
            case ALL -> true;
            case FAILED -> !isSuccess;
            case FIXED -> change == Change.FIXED;
            case REGRESSED -> change == Change.REGRESSED;
            case SAME -> change == Change.SAME;
        };
    }
}
