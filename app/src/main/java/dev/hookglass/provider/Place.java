package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Where an event has a value worth a column.
 *
 * @param text as a person writes it: a JSON pointer, {@code header:Name}, {@code query:name}, or {@code count:} and the pointer
 *     of a list for the number of its elements
 */
public record Place(String text) {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String COUNT = "count:";

    /**
     * Reads a place.
     *
     * @throws Problem if it is none
     */
    public static Place of(String text) throws Problem {
        String trimmed = text.strip();
        if (trimmed.startsWith(COUNT)
                && (trimmed.equals(COUNT) || trimmed.startsWith("/", COUNT.length()))
                || Locators.find(trimmed).isPresent()) {
            return new Place(trimmed);
        }
        throw new Problem("“" + trimmed + "” is no place; write a JSON pointer such as /data/task/id, header:Name,"
                + " query:name, or count:/items for the number of elements in a list.");
    }

    /** The values at some places, in their order; empty where there is none. The body is read as JSON once, if at all. */
    public static List<String> find(List<Place> places, Bytes head, Bytes body) {
        RequestHead parsed = RequestHead.parse(head);
        JsonNode json = places.stream().allMatch(Place::isInHead) ? MissingNode.getInstance() : json(body);
        return places.stream().map(place -> place.find(parsed, json).orElse("")).toList();
    }

    private boolean isInHead() {
        return !text.startsWith("/") && !text.startsWith(COUNT);
    }

    private static JsonNode json(Bytes body) {
        try {
            return body.size() == 0 ? MissingNode.getInstance() : MAPPER.readTree(body.array());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private Optional<String> find(RequestHead head, JsonNode body) {
        if (text.startsWith(COUNT)) {
            JsonNode list = body.at(JsonPointer.compile(text.substring(COUNT.length())));
            return list.isArray() ? Optional.of(Integer.toString(list.size())) : Optional.empty();
        }
        return Locators.find(text).flatMap(locator -> locator.find(head, body));
    }
}
