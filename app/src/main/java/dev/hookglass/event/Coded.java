package dev.hookglass.event;

import java.util.Arrays;
import java.util.Locale;

/** One of several that the database knows by numbers, and people by words. */
interface Coded {
    /** The number that stands for it in the database. It never changes. */
    int code();

    /** Its constant's name. */
    String name();

    /** The word used on screen, in filters and in JSON. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of several that has a number; that none has it is a bug. */
    static <C extends Coded> C of(C[] values, int code) {
        return Arrays.stream(values)
                .filter(value -> value.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "None of " + Arrays.toString(values) + " has the number " + code));
    }
}
