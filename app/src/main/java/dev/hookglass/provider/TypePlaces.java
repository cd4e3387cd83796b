package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where the messages of a document name their types, if the document does not say it. */
final class TypePlaces {
    private static final Pattern HEADER = Pattern.compile("(?i)(?!content-type$).*(event|topic|type).*");
    private static final List<String> PROPERTIES = List.of("/event_name", "/event", "/type", "/event_type",
            "/eventType", "/eventName", "/topic");

    private TypePlaces() {}

    /** Where to look, the likeliest first: headers that are called so and list values, then what such properties are called. */
    static List<Locator> likely(Iterable<MessageText> messages, SchemaReader schemas) throws Problem {
        Set<Locator> places = new LinkedHashSet<>();
        for (MessageText message : messages) {
            for (JsonNode headers : schemas.headers(message)) {
                headers.path("properties").properties().stream()
                        .filter(header -> HEADER.matcher(header.getKey()).matches()
                                && Locators.isHeaderName(header.getKey())
                                && (header.getValue().has("const") || header.getValue().has("enum")))
                        .forEach(header -> places.add(new Locator.InHeader(header.getKey())));
            }
        }
        for (String property : PROPERTIES) {
            places.add(new Locator.InBody(JsonPointer.compile(property)));
        }
        return new ArrayList<>(places);
    }

    /** The types that a message lists for a place; empty if it lists none. */
    static Set<String> listed(Locator place, JsonNode payload, List<JsonNode> headers) {
        return switch (place) {
            case Locator.InBody body -> new TypeProperty(body.pointer()).names(payload);
            case Locator.InHeader header -> inHeaders(header.name(), headers);
            case Locator.InQuery _ -> Set.of();
        };
    }

    private static Set<String> inHeaders(String name, List<JsonNode> schemas) {
        Set<String> listed = new LinkedHashSet<>();
        for (JsonNode headers : schemas) {
            headers.path("properties").properties().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .forEach(header -> listed.addAll(TypeProperty.listed(header.getValue())));
        }
        return listed;
    }
}
