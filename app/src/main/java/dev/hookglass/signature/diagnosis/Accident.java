package dev.hookglass.signature.diagnosis;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that is known to happen to requests or secrets. To know one more, write one more entry into one of the lists.
 *
 * @param name what it is, to say that it was ruled out: {@code a line break at the end of the body}
 * @param undo the ways to undo it, the likeliest first, made as they are taken; none where it cannot have happened
 */
record Accident(String name, Function<Case, Stream<Repair>> undo) {
    Stream<Repair> repairs(Case seen) {
        return undo.apply(seen);
    }
}
