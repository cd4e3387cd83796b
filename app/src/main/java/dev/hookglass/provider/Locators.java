package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/** Reads where a provider puts a value. */
final class Locators {
    /** Where the type is looked for if a document does not say. */
    static final List<Locator> COMMON_TYPE = List.of(inBody("/event_name"), inBody("/event"), inBody("/type"));

    private static final String HEADER = "header:";
    private static final String QUERY = "query:";
    /** A token of RFC 9110 §5.6.2. */
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Locators() {}

    /** One locator or a list of them; none where nothing is written. */
    static List<Locator> read(Part part) throws Problem {
        List<Locator> locators = new ArrayList<>();
        for (Part item : part.items()) {
            locators.add(readOne(item));
        }
        return locators;
    }

    private static Locator readOne(Part part) throws Problem {
        return readOne(part, part.text(""));
    }

    /** The place that a text names, which stands in a part. */
    static Locator readOne(Part part, String text) throws Problem {
        return find(text).orElseThrow(() -> part.problem(
                "“" + text + "” is no place; write a JSON pointer such as /event, header:Name or query:name."));
    }

    /** The place that a text names; empty if it names none. */
    static Optional<Locator> find(String text) {
        if (text.startsWith(HEADER) && isHeaderName(text.substring(HEADER.length()))) {
            return Optional.of(new Locator.InHeader(text.substring(HEADER.length())));
        }
        if (text.startsWith(QUERY) && text.length() > QUERY.length()) {
            return Optional.of(new Locator.InQuery(text.substring(QUERY.length())));
        }
        return text.startsWith("/") ? Optional.of(inBody(text)) : Optional.empty();
    }

    private static Locator inBody(String pointer) {
        return new Locator.InBody(JsonPointer.compile(pointer));
    }

    static boolean isHeaderName(String name) {
        return HEADER_NAME.matcher(name).matches();
    }
}
