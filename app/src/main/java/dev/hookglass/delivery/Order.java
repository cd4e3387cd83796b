package dev.hookglass.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The order in which events are sent again. */
public sealed interface Order {
    /** As they were received. */
    record AsReceived() implements Order {}

    /** The last one first. */
    record Reversed() implements Order {}

    /**
     * Mixed.
     *
     * @param seed the same seed gives the same order
     */
    record Shuffled(long seed) implements Order {}

    /** A list in this order. */
    default <T> List<T> of(List<T> received) {
        return switch (this) {
            case AsReceived _ -> List.copyOf(received);
            case Reversed _ -> List.copyOf(received.reversed());
            case Shuffled shuffled -> {
                List<T> mixed = new ArrayList<>(received);
                Collections.shuffle(mixed, new Random(shuffled.seed()));
                yield List.copyOf(mixed);
            }
        };
    }
}
