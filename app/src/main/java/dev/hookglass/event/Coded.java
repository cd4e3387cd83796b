package dev.hookglass.event;

import java.util.Arrays;

/** Something that the database knows by a number. */
interface Coded {
    int code();

    /** The one of several that has a number; that none has it is a bug. */
    static <C extends Coded> C of(C[] values, int code) {
        return Arrays.stream(values)
                .filter(value -> value.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "None of " + Arrays.toString(values) + " has the number " + code));
    }
}
