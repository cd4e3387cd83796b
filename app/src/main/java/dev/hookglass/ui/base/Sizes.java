package dev.hookglass.ui.base;

import java.util.Locale;

/** Numbers of bytes for eyes, in powers of 1000. */
public final class Sizes {
    private static final long KILO = 1_000;

    private Sizes() {}

    public static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double number = bytes;
        int power = 0;
        while (number >= KILO && power < 3) {
            number /= KILO;
            power++;
        }
        return String.format(Locale.ROOT, number < 10 ? "%.1f %cB" : "%.0f %cB", number, "kMG".charAt(power - 1));
    }
}
