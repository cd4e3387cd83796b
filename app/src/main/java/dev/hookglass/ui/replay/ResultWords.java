package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Change;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Sizes;
import java.time.Duration;
import java.util.Locale;

/** Results in few words. */
final class ResultWords {
    private ResultWords() {}

    static String millis(int micros) {
        return text("replay.millis", micros < 10_000
                ? String.format(Locale.ROOT, "%.1f", micros / 1e3)
                : String.format(Locale.ROOT, "%,d", micros / 1_000));
    }

    static String status(int status) {
        return status == 0 ? text("outcome.failed") : Integer.toString(status);
    }

    static String styleClass(int status) {
        return status == 0 ? "status-5xx" : "status-" + status / 100 + "xx";
    }

    static String response(ResultRow row) {
        return row.status() == 0 || row.bytes() == 0
                ? row.words()
                : row.words().isEmpty() ? Sizes.of(row.bytes()) : row.words() + " · " + Sizes.of(row.bytes());
    }

    static String change(ResultRow row) {
        return switch (row.change()) {
            case FIRST -> "";
            case SAME -> text("replay.change.SAME");
            case FIXED -> text("replay.change.FIXED", status(row.before()));
            case REGRESSED -> text("replay.change.REGRESSED", status(row.before()));
        };
    }

    static Icon icon(Change change) {
        return switch (change) {
            case FIRST, SAME -> Icon.UNSIGNED;
            case FIXED -> Icon.SUCCESS;
            case REGRESSED -> Icon.DANGER;
        };
    }

    /** How long something took. */
    static String took(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return text("replay.millis", time.toMillis());
        }
        return time.compareTo(Duration.ofSeconds(10)) < 0
                ? text("replay.seconds", String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3))
                : span(time);
    }

    /** A time as people say it: {@code 20 s}, {@code 4 min}, {@code 2 h}. */
    static String span(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return text("span.seconds", Math.max(1, time.toSeconds()));
        }
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return text("span.minutes", time.toMinutes());
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? text("span.hours", time.toHours())
                : text("span.days", time.toDays());
    }
}
