package dev.hookglass.ui.base;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as all of the window writes them: the largest unit first and 24 hours to the day, as in the table. */
public final class Moments {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private Moments() {}

    /** Date and time, to the second. */
    public static String of(Instant moment) {
        return TO_THE_SECOND.format(moment);
    }
}
