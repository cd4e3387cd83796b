package dev.hookglass.ui.timeline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** A range of time as words of a filter. */
final class RangeWords {
    private static final Pattern WORDS = Pattern.compile("(?i)(^|\\s+)-?(after|before):\\S+");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private RangeWords() {}

    /** The filter for the range from one time until before another, in place of the one that it was for. */
    static String with(String filter, Instant from, Instant to) {
        String others = without(filter);
        return (others.isEmpty() ? "" : others + " ") + "after:" + word(from) + " before:" + word(to);
    }

    /** The filter for any time. */
    static String without(String filter) {
        return WORDS.matcher(filter).replaceAll("").strip();
    }

    static boolean areIn(String filter) {
        return WORDS.matcher(filter).find();
    }

    private static String word(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
        return local.equals(local.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS.format(local) : local.toString();
    }
}
