package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Outcome;
import java.util.Optional;

/** What became of a request that was sent, in few words. */
public final class OutcomeWords {
    private OutcomeWords() {}

    /** Status and reason phrase, or that there was no answer. */
    public static String status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> (answered.status() + " " + answered.reasonPhrase()).strip()
                    + redirect(answered).map(words -> " · " + words).orElse("");
            case Outcome.Failed _ -> text("outcome.failed");
        };
    }

    /** Where it wants to lead to, which nothing follows; empty for any other answer. */
    public static Optional<String> redirect(Outcome.Answered answered) {
        return answered.redirectsTo().map(place -> text("outcome.redirect", place));
    }

    /** The style class that colours it, such as {@code status-2xx}. */
    public static String styleClass(Outcome outcome) {
        return outcome instanceof Outcome.Answered answered ? "status-" + answered.status() / 100 + "xx" : "status-5xx";
    }

    /** How long it took, in milliseconds, at least 1. */
    public static long millis(Outcome outcome) {
        return Math.max(1, outcome.time().toMillis());
    }
}
