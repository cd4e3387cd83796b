package dev.hookglass.filter;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as a person types them: a day ({@code 2026-11-20}, its beginning), a time of today ({@code 14:30}), a day's time
 * ({@code 2026-11-20T14:30}), one with its offset, or how long ago ({@code 90s}, {@code 15m}, {@code 2h}, {@code 3d}).
 */
final class MomentWords {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
    private static final Pattern DAYS_TIME = Pattern.compile(DAY + "T" + TIME);

    private final Clock clock;

    MomentWords(Clock clock) {
        this.clock = clock;
    }

    Instant read(Word word) throws FilterException {
        String text = word.value();
        Matcher ago = AGO.matcher(text);
        try {
            if (ago.matches()) {
                return clock.instant().minus(Duration.parse(isTime(ago.group(2))
                        ? "PT" + text
                        : "P" + text));
            } else if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
            } else if (TIME.matcher(text).matches()) {
                return LocalDate.now(clock).atTime(LocalTime.parse(text)).atZone(clock.getZone()).toInstant();
            } else if (DAYS_TIME.matcher(text).matches()) {
                return LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw word.wrong("“" + text + "” is not a time such as 2026-11-20, 14:30, 2026-11-20T14:30 or 2h"
                    + " (two hours ago).");
        }
    }

    private static boolean isTime(String unit) {
        return !unit.equalsIgnoreCase("d");
    }
}
