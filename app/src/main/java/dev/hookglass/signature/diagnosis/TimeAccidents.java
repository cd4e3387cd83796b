package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.Layout;
import dev.hookglass.signature.Place;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A time that is not written as it was signed. */
final class TimeAccidents {
    private static final Pattern NUMBER = Pattern.compile("\\d{9,11}|\\d{12,14}");
    private static final int SECONDS_DIGITS = 11;

    static final List<Accident> ALL = List.of(
            new Accident("a time in seconds or milliseconds", TimeAccidents::units));

    private TimeAccidents() {}

    private static Stream<Repair> units(Case seen) {
        return Variants.layout(seen.scheme())
                .stream()
                .flatMap(layout -> layout.timestamp()
                        .stream()
                        .flatMap(time -> time.places().stream().flatMap(place -> units(seen, layout, place))));
    }

    private static Stream<Repair> units(Case seen, Layout layout, Place place) {
        return switch (place) {
            case Place.InHeader header -> seen.head()
                    .first(header.name())
                    .filter(value -> NUMBER.matcher(value).matches())
                    .stream()
                    .map(value -> repair(seen, header.name(), value, other(value)));
            case Place.InSignature field -> layout.header()
                    .names()
                    .stream()
                    .flatMap(name -> seen.head().first(name).stream().flatMap(value -> inField(seen, name, value,
                            field.field())));
            case Place.InBody _ -> Stream.empty();
        };
    }

    private static Stream<Repair> inField(Case seen, String name, String value, String field) {
        Matcher found = Pattern.compile("(^|[^A-Za-z0-9])" + Pattern.quote(field) + "=(\\d{9,14})").matcher(value);
        return found.find()
                ? Stream.of(repair(seen, name, found.group(2),
                        value.substring(0, found.start(2)) + other(found.group(2)) + value.substring(found.end(2))))
                : Stream.empty();
    }

    private static Repair repair(Case seen, String header, String time, String value) {
        return Repair.of(seen, seen.withHeader(header, value), new Words("The request was signed with its time in "
                + (time.length() > SECONDS_DIGITS
                        ? "seconds, but says it in milliseconds."
                        : "milliseconds, but says it in seconds."),
                "Send the very text that is signed."));
    }

    private static String other(String digits) {
        return digits.length() > SECONDS_DIGITS ? digits.substring(0, digits.length() - 3) : digits + "000";
    }
}
