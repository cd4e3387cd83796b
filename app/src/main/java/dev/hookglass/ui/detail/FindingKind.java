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

    /** What helps. */
    static String button(Outcome outcome, Source source) {
        return switch (outcome) {
            case STALE -> text("detail.changeTolerance");
            case MISSING -> text("detail.setUpSender");
            default -> text(source.secrets().isEmpty() ? "detail.addSecret" : "detail.checkSecrets");
        };
    }
}
