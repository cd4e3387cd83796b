package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import java.util.Optional;

/** What commands lack at the moment, in words; empty for what can be done. For the FX thread. */
final class Lacks {
    private final Parts parts;

    /** @param parts looked into only when asked */
    Lacks(Parts parts) {
        this.parts = parts;
    }

    Optional<String> whyNot(Shortcut shortcut) {
        return switch (shortcut) {
            case REPLAY, EDIT, NOTE -> unless(parts.detail.shown().isPresent(), text("command.needs.event"));
            case PIN, TAG, COPY_CURL -> unless(!parts.table.selection().isEmpty(), text("command.needs.event"));
            case DIFF -> unless(parts.table.selection().size() == 2, text("command.needs.two"));
            default -> Optional.empty();
        };
    }

    /** What those lack that are about all events that match the filter. */
    Optional<String> whyNoMatching() {
        return unless(parts.events.foundProperty().get().size() > 0, text("command.needs.match"));
    }

    /** What sending a sample lacks. */
    Optional<String> whyNoSample() {
        return unless(parts.workbench.url().isPresent(), text("command.needs.listening"));
    }

    private static Optional<String> unless(boolean isPossible, String why) {
        return isPossible ? Optional.empty() : Optional.of(why);
    }
}
