package dev.hookglass.ui.detail;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.ui.base.Banner;

/** How loud a verdict is told: what is normal is quiet. */
final class FindingKind {
    private FindingKind() {}

    static Banner.Kind of(Outcome outcome) {
        return switch (outcome) {
            case VALID -> Banner.Kind.SUCCESS;
            case INVALID, MISSING, MALFORMED -> Banner.Kind.DANGER;
            case STALE -> Banner.Kind.WARNING;
            case UNCHECKED, UNSIGNED -> Banner.Kind.INFO;
        };
    }
}
