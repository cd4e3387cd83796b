package dev.hookglass.provider;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The property of a payload that holds the event's type, as its schema describes it.
 *
 * @param pointer where it is in a payload
 */
record TypeProperty(JsonPointer pointer) {
    /** The types that the schema lists for this property, in its order; empty if it lists none. */
    Set<String> names(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        collect(schema, pointer, names);
        return names;
    }

    /** The values that a schema lists for what it describes. */
    static Set<String> listed(JsonNode schema) {
        return new TypeProperty(JsonPointer.empty()).names(schema);
    }

    private static void collect(JsonNode schema, JsonPointer rest, Set<String> names) {
        if (rest.matches()) {
            schema.path("enum").forEach(value -> names.add(value.asString("")));
            if (schema.has("const")) {
                names.add(schema.path("const").asString(""));
            }
        } else {
            collect(step(schema, rest), rest.tail(), names);
        }
        for (String combination : new String[]{"allOf", "oneOf", "anyOf"}) {
            schema.path(combination).forEach(branch -> collect(branch, rest, names));
        }
    }

    private static JsonNode step(JsonNode schema, JsonPointer rest) {
        JsonNode property = schema.path("properties").path(rest.getMatchingProperty());
        return property.isMissingNode() && rest.mayMatchElement() ? schema.path("items") : property;
    }

    /**
     * Makes the schema of a group of types the schema of one of them: only its names stay in the list, and alternatives
     * that are for others go.
     *
     * @param names the one to keep first, then its aliases
     */
    void narrow(JsonNode schema, Collection<String> names) {
        narrow(schema, pointer, names);
    }

    private static boolean narrow(JsonNode schema, JsonPointer rest, Collection<String> names) {
        boolean possible = rest.matches()
                ? narrowList(schema, names)
                : narrow(step(schema, rest), rest.tail(), names);
        for (JsonNode branch : schema.path("allOf")) {
            possible &= narrow(branch, rest, names);
        }
        return possible && narrowChoice(schema.path("oneOf"), rest, names)
                && narrowChoice(schema.path("anyOf"), rest, names);
    }

    private static boolean narrowList(JsonNode schema, Collection<String> names) {
        if (schema.has("const")) {
            return names.contains(schema.path("const").asString(""));
        }
        if (!schema.has("enum")) {
            return true;
        }
        if (schema.path("enum").valueStream().noneMatch(value -> names.contains(value.asString("")))) {
            return false;
        }
        ArrayNode narrowed = ((ObjectNode) schema).putArray("enum");
        names.forEach(narrowed::add);
        return true;
    }

    private static boolean narrowChoice(JsonNode branches, JsonPointer rest, Collection<String> names) {
        if (!(branches instanceof ArrayNode list)) {
            return true;
        }
        for (int i = list.size() - 1; i >= 0; i--) {
            if (!narrow(list.get(i), rest, names)) {
                list.remove(i);
            }
        }
        return !list.isEmpty();
    }

    /** The type that a payload names here. */
    Optional<String> in(JsonNode payload) {
        JsonNode value = payload.at(pointer);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** Writes the type into a payload, making the objects on the way; payloads of another form are let be. */
    void write(JsonNode payload, String name) {
        JsonNode parent = payload;
        JsonPointer rest = pointer;
        while (!rest.matches() && !rest.tail().matches() && parent instanceof ObjectNode object) {
            JsonNode next = object.path(rest.getMatchingProperty());
            parent = next.isMissingNode() ? object.putObject(rest.getMatchingProperty()) : next;
            rest = rest.tail();
        }
        if (!rest.matches() && parent instanceof ObjectNode object) {
            object.put(rest.getMatchingProperty(), name);
        }
    }
}
