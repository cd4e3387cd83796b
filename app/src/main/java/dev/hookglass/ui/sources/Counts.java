package dev.hookglass.ui.sources;

import java.util.Locale;

/**
 * How many events of a source are stored.
 *
 * @param events all of them
 * @param bad those whose verdict is bad
 */
record Counts(long events, long bad) {
    static final Counts NONE = new Counts(0, 0);

    Counts plus(long moreEvents, boolean areBad) {
        return new Counts(events + moreEvents, areBad ? bad + moreEvents : bad);
    }

    /** Every digit, in groups of three. */
    static String exact(long number) {
        return String.format("%,d", number);
    }

    /** Three digits and a magnitude, cut rather than rounded, so that it never says more than there is: 12.3k. */
    static String brief(long number) {
        if (number < 1_000) {
            return Long.toString(number);
        }
        long unit = number < 1_000_000 ? 1_000 : 1_000_000;
        String magnitude = number < 1_000_000 ? "k" : "M";
        return number / unit >= 100
                ? number / unit + magnitude
                : String.format(Locale.ROOT, "%d.%d%s", number / unit, number % unit * 10 / unit, magnitude);
    }
}
