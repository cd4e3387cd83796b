package dev.hookglass.event;

import java.util.Arrays;
import java.util.Optional;

/** A colour that a person gives to events; what it means is theirs to say. */
public enum Colour implements Coded {
    RED(1), ORANGE(2), YELLOW(3), GREEN(4), BLUE(5), PURPLE(6);

    private final int code;

    Colour(int code) {
        this.code = code;
    }

    /** The number in the database. */
    @Override
    public int code() {
        return code;
    }

    public static Colour of(int code) {
        return Coded.of(values(), code);
    }

    /** The colour of a name, in whatever case. */
    public static Optional<Colour> named(String word) {
        return Arrays.stream(values()).filter(colour -> colour.word().equalsIgnoreCase(word)).findFirst();
    }
}
