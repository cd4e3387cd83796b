package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Content;
import dev.hookglass.signature.Encoding;
import dev.hookglass.signature.Layout;
import dev.hookglass.signature.Place;
import dev.hookglass.signature.SignatureHeader;
import dev.hookglass.signature.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;

/** Reads where a signature stands and what it covers. */
final class LayoutReader {
    /** The properties that are read here. */
    static final List<String> NAMES = List.of("header", "separator", "prefix", "encoding", "content", "timestamp",
            "id");

    private static final String NUMBER = "{n}";
    private static final String HEADER = "header:";
    private static final String FIELD = "field:";

    private LayoutReader() {}

    static Layout read(Part signature) throws Problem {
        SignatureHeader header = new SignatureHeader(headers(signature), signature.get("separator").text(""),
                signature.get("prefix").text(""), oneOf(signature.get("encoding"), Encoding.class, Encoding.HEX));
        Content content = signature.get("content").isPresent() ? content(signature.get("content")) : Content.BODY;
        Layout layout = new Layout(header, content, timestamp(signature.get("timestamp")),
                places(signature.get("id")));
        if (content.pieces().contains(Content.Part.TIMESTAMP) && layout.timestamp().isEmpty()) {
            throw signature.problem("“content” has {timestamp}, so “timestamp” must say where it stands.");
        }
        if (content.pieces().contains(Content.Part.ID) && layout.id().isEmpty()) {
            throw signature.problem("“content” has {id}, so “id” must say where it stands.");
        }
        return layout;
    }

    private static List<String> headers(Part signature) throws Problem {
        List<String> names = signature.get("header").texts();
        if (names.isEmpty() || !names.stream().allMatch(name -> Locators.isHeaderName(name.replace(NUMBER, "1")))) {
            throw signature.problem("“signature” needs the name of the header that proves the request: {header: …}.");
        }
        return names;
    }

    static Content content(Part template) throws Problem {
        try {
            return Content.parse(template.text(""));
        } catch (IllegalArgumentException e) {
            throw template.problem(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Timestamp> timestamp(Part part) throws Problem {
        part.allow(List.of("at", "unit", "tolerance", "side"));
        if (!part.isPresent()) {
            return Optional.empty();
        }
        List<Place> places = places(part.get("at"));
        if (places.isEmpty()) {
            throw part.problem("“timestamp” needs a place: {at: header:Name}.");
        }
        Optional<Duration> tolerance = Durations.read(part.get("tolerance"));
        return Optional.of(new Timestamp(places, oneOf(part.get("unit"), Timestamp.Unit.class, Timestamp.Unit.SECONDS),
                tolerance, oneOf(part.get("side"), Timestamp.Side.class, Timestamp.Side.BOTH)));
    }

    private static List<Place> places(Part part) throws Problem {
        List<Place> places = new ArrayList<>();
        for (Part item : part.items()) {
            places.add(place(item));
        }
        return places;
    }

    private static Place place(Part part) throws Problem {
        String text = part.text("");
        if (text.startsWith(HEADER) && Locators.isHeaderName(text.substring(HEADER.length()))) {
            return new Place.InHeader(text.substring(HEADER.length()));
        }
        if (text.startsWith(FIELD) && text.length() > FIELD.length()) {
            return new Place.InSignature(text.substring(FIELD.length()));
        }
        if (text.startsWith("/")) {
            return new Place.InBody(JsonPointer.compile(text));
        }
        throw part.problem("“" + text
                + "” is no place; write header:Name, field:name of the signature header, or a JSON pointer such as /sentAt.");
    }

    /** The constant that is written here in lower case; the other one where nothing is written. */
    static <E extends Enum<E>> E oneOf(Part part, Class<E> type, E otherwise) throws Problem {
        String text = part.text(word(otherwise));
        Optional<E> found = Arrays.stream(type.getEnumConstants()).filter(each -> word(each).equals(text)).findFirst();
        if (found.isEmpty()) {
            throw part.problem("“" + text + "” is not known here; known are " + Arrays.stream(type.getEnumConstants())
                    .map(LayoutReader::word)
                    .collect(Collectors.joining(", ")) + ".");
        }
        return found.get();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
