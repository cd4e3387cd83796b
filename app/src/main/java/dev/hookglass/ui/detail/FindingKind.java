package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.source.Source;
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

    /** What the source's form is opened for. */
    static String button(Outcome outcome, Source source) {
        return outcome == Outcome.STALE
                ? text("detail.changeTolerance")
                : text(source.secrets().isEmpty() ? "detail.addSecret" : "detail.checkSecrets");
    }
}
