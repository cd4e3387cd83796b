package dev.hookglass.signature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a secret is valid, in words. */
public final class SecretWindow {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SecretWindow() {}

    /** When a window begins that is valid from a day on. */
    public static Instant beginningOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** When a window ends that is valid until a day, which is the last one. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return beginningOf(day.plusDays(1), zone);
    }

    /** A time that a window begins or ends at; in UTC, since a verdict's reason is kept and read elsewhere. */
    public static String words(Instant time) {
        return TIME.format(time);
    }

    /** When a secret is valid; empty if always. */
    public static String words(Secret secret) {
        String from = secret.from().map(time -> "from " + words(time)).orElse("");
        String until = secret.until().map(time -> "until " + words(time)).orElse("");
        return (from + " " + until).strip();
    }
}
