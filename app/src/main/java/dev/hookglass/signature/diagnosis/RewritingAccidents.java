package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.diagnosis.Repair.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A JSON body that was parsed on its way and written anew, in one of the ways that libraries do that. */
final class RewritingAccidents {
    private static final String REMEDY = "Verify against the raw body, before any framework or proxy parses it, and "
            + "let nothing on its way write it anew.";
    private static final List<JsonStyle> STYLES = List.of(JsonStyle.COMPACT, JsonStyle.SPACED, JsonStyle.TWO_SPACES,
            JsonStyle.FOUR_SPACES, JsonStyle.TABS, JsonStyle.JACKSON);
    /** Pairs of libraries that are common on either side. */
    private static final List<List<Escapes>> TOGETHER = List.of(List.of(Escapes.ASCII),
            List.of(Escapes.SLASHES), List.of(Escapes.SLASHES, Escapes.ASCII), List.of(Escapes.PLAIN),
            List.of(Escapes.PLAIN_SLASHES, Escapes.PLAIN), List.of(Escapes.HTML));

    static final List<Accident> ALL = List.of(Accident.ofContent("white space in JSON", RewritingAccidents::styles),
            Accident.ofContent("escapes in JSON", RewritingAccidents::escapes),
            Accident.ofContent("the order of names in JSON", RewritingAccidents::order),
            Accident.ofContent("white space and escapes in JSON together", RewritingAccidents::both));

    private RewritingAccidents() {}

    private static Stream<Repair> changed(Case seen, Stream<Supplier<byte[]>> bodies, String words) {
        return bodies.map(Supplier::get)
                .filter(body -> Arrays.mismatch(body, seen.body()) >= 0)
                .map(body -> Repair.of(seen, seen.withBody(body),
                        new Words("The JSON in the body was written anew on its way: it matches " + words + ".",
                                REMEDY)));
    }

    private static Stream<Repair> styles(Case seen) {
        if (!JsonStyle.isJson(seen.body())) {
            return Stream.empty();
        }
        return STYLES.stream().flatMap(style -> {
            byte[] body = style.write(seen.body());
            Stream<Repair> plain = changed(seen, Stream.of(() -> body), style.words());
            // Editors and command lines end what stands on several lines with a line break.
            Stream<Repair> ended = changed(seen,
                    Stream.of(() -> new ByteText(body.length).add(body, 0, body.length).add('\n').toArray()),
                    style.words() + " and with a line break at its end");
            return style.indent().isEmpty() ? plain : Stream.concat(plain, ended);
        });
    }

    private static Stream<Repair> escapes(Case seen) {
        if (!JsonStyle.isJson(seen.body())) {
            return Stream.empty();
        }
        Stream<List<Escapes>> single = Stream.of(Escapes.values()).map(List::of);
        Stream<List<Escapes>> pairs = TOGETHER.stream().filter(pair -> pair.size() > 1);
        return Stream.concat(single, pairs).flatMap(
                escapes -> changed(seen, Stream.of(() -> written(seen.body(), escapes)), words(escapes)));
    }

    private static byte[] written(byte[] body, List<Escapes> escapes) {
        byte[] written = body;
        for (Escapes each : escapes) {
            written = each.write(written);
        }
        return written;
    }

    private static String words(List<Escapes> escapes) {
        return String.join(" and ", escapes.stream().map(Escapes::words).toList());
    }

    private static Stream<Repair> order(Case seen) {
        if (!JsonStyle.isJson(seen.body())) {
            return Stream.empty();
        }
        byte[] compact = JsonStyle.COMPACT.write(seen.body());
        return SortedJson.write(compact)
                .filter(sorted -> Arrays.mismatch(sorted, compact) >= 0)
                .stream()
                .flatMap(sorted -> Stream.of(JsonStyle.COMPACT, JsonStyle.SPACED, JsonStyle.TWO_SPACES)
                        .flatMap(style -> changed(seen, Stream.of(() -> style.write(sorted)),
                                "with its names in alphabetical order, " + style.words())));
    }

    /** White space stands between strings and escapes in them, so that each style is written once. */
    private static Stream<Repair> both(Case seen) {
        if (!JsonStyle.isJson(seen.body())) {
            return Stream.empty();
        }
        return Stream.of(JsonStyle.COMPACT, JsonStyle.SPACED).flatMap(style -> {
            byte[] laidOut = style.write(seen.body());
            return Arrays.mismatch(laidOut, seen.body()) < 0
                    ? Stream.empty()
                    : TOGETHER.stream()
                            .map(escapes -> Map.entry(escapes, written(laidOut, escapes)))
                            .filter(both -> Arrays.mismatch(both.getValue(), laidOut) >= 0)
                            .flatMap(both -> changed(seen, Stream.of(both::getValue),
                                    style.words() + " and " + words(both.getKey())));
        });
    }
}
