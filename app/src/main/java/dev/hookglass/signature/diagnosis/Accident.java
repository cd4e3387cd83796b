package dev.hookglass.signature.diagnosis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that is known to happen to requests or secrets. To know one more, write one more entry into one of the lists.
 *
 * @param name what it is, to say that it was ruled out: {@code a line break at the end of the body}
 * @param undo the ways to undo it, the likeliest first, made as they are taken; none where it cannot have happened
 * @param isOfContent whether it changes what is signed
 */
record Accident(String name, Function<Case, Stream<Repair>> undo, boolean isOfContent) {
    /** All that is known, the likeliest and quickest to undo first. */
    static List<Accident> known() {
        return Stream.of(SecretAccidents.ALL, HeaderAccidents.ALL, CarriedSecretAccidents.ALL, BodyAccidents.ALL,
                SchemeAccidents.ALL, TimeAccidents.ALL, UrlAccidents.ALL, SenderAccidents.ALL, RewritingAccidents.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** One that leaves the signed content as it is. */
    Accident(String name, Function<Case, Stream<Repair>> undo) {
        this(name, undo, false);
    }

    /** One that changes what is signed, so that it can only explain a signature that was compared. */
    static Accident ofContent(String name, Function<Case, Stream<Repair>> undo) {
        return new Accident(name, undo, true);
    }

    Stream<Repair> repairs(Case seen) {
        return undo.apply(seen);
    }
}
