package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.diagnosis.Help;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Banner;
import java.util.Optional;

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

    /** What helps, as far as the verdict tells. */
    static String button(Outcome outcome, Source source) {
        return switch (outcome) {
            case STALE -> text("detail.changeTolerance");
            case MISSING -> text("detail.setUpSender");
            default -> text(source.secrets().isEmpty() ? "detail.addSecret" : "detail.checkSecrets");
        };
    }

    /** What helps against what was found; empty if that lies outside. */
    static Optional<String> button(Help help) {
        return switch (help) {
            case SECRETS -> Optional.of(text("detail.checkSecrets"));
            case PUBLIC_URL -> Optional.of(text("signature.setPublicUrl"));
            case PROVIDER -> Optional.of(text("signature.changeProvider"));
            case OUTSIDE -> Optional.empty();
        };
    }
}
