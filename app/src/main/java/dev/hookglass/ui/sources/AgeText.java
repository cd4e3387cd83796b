package dev.hookglass.ui.sources;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people write it: {@code 90 s}, {@code 5 min}, {@code 1 h}. */
final class AgeText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*([a-z]*)");

    private AgeText() {}

    static String of(Duration age) {
        long seconds = age.toSeconds();
        return seconds % 3_600 == 0 && seconds > 0
                ? seconds / 3_600 + " h"
                : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    /** The duration that is meant, minutes where there is no unit; empty if the text is none. */
    static Optional<Duration> read(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s", "sec", "second", "seconds" -> Optional.of(Duration.ofSeconds(number));
            case "", "m", "min", "minute", "minutes" -> Optional.of(Duration.ofMinutes(number));
            case "h", "hour", "hours" -> Optional.of(Duration.ofHours(number));
            case "d", "day", "days" -> Optional.of(Duration.ofDays(number));
            default -> Optional.empty();
        };
    }
}
