package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an AsyncAPI message says, itself or by its traits. Its own words win, as AsyncAPI 3.0 has it (“Traits Merge
 * Mechanism”); of several traits the first that says something.
 *
 * @param part the message
 * @param traits what it has in common with others
 */
record MessageText(Part part, List<Part> traits) {
    static MessageText of(Part message) throws Problem {
        List<Part> traits = new ArrayList<>();
        for (Part trait : message.get("traits").items()) {
            traits.add(trait.followed());
        }
        return new MessageText(message, traits);
    }

    /** What is said under a name; a missing part where nothing is. */
    Part get(String name) {
        return all(name).stream().findFirst().orElseGet(() -> part.get(name));
    }

    /** What is said under a name, by the message first and then by its traits. */
    List<Part> all(String name) {
        return Stream.concat(Stream.of(part), traits.stream())
                .map(each -> each.get(name))
                .filter(Part::isPresent)
                .toList();
    }
}
