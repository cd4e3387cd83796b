package dev.hookglass.source;

import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Locator;
import dev.hookglass.provider.Provider;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** How much a body looks like one of a provider's payloads. */
final class BodyLikeness {
    private static final double KNOWN_TYPE = 1;
    private static final double KNOWN_FIELDS = 2;
    private static final double UNKNOWN_TYPE = 0.5;
    private static final double SECOND_PLACE = 0.5;
    /** A shorter type, such as the number of one, stands for anything. */
    private static final int SHORTEST_TYPE = 3;

    private BodyLikeness() {}

    /**
     * Nothing where no type is found in the body. One that the provider's file has counts, and the more so the more of the
     * fields beside it that type has too.
     */
    static double of(Provider provider, JsonNode body) {
        double place = 1;
        for (Locator locator : provider.type()) {
            if (locator instanceof Locator.InBody(JsonPointer pointer)) {
                JsonNode type = body.at(pointer);
                if (type.isValueNode() && type.asString("").length() >= SHORTEST_TYPE) {
                    return place * worth(provider, body, pointer, type.asString(""));
                }
            }
            place = SECOND_PLACE;
        }
        return 0;
    }

    private static double worth(Provider provider, JsonNode body, JsonPointer pointer, String type) {
        Optional<EventType> event = provider.event(type);
        return event.isEmpty()
                ? UNKNOWN_TYPE
                : KNOWN_TYPE + KNOWN_FIELDS * knownFields(body.at(pointer.head()), pointer,
                        fields(event.get(), within(provider, pointer)));
    }

    /** How many of the fields beside the type are known, from 0 to 1. */
    private static double knownFields(JsonNode object, JsonPointer pointer, Set<String> known) {
        String typeName = pointer.last().getMatchingProperty();
        List<String> others = object.propertyNames().stream().filter(name -> !name.equals(typeName)).toList();
        return others.isEmpty() ? 0 : (double) others.stream().filter(known::contains).count() / others.size();
    }

    /** The object around the same place in one event, where the body is a list of them. */
    private static JsonPointer within(Provider provider, JsonPointer pointer) {
        return provider.batch().map(batch -> batch.within(pointer)).orElse(pointer).head();
    }

    private static Set<String> fields(EventType event, JsonPointer parent) {
        Set<String> names = new HashSet<>();
        event.examples().forEach(example -> names.addAll(example.at(parent).propertyNames()));
        if (parent.matches()) {
            addSchema(event.schema(), names);
        }
        return names;
    }

    private static void addSchema(JsonNode schema, Set<String> names) {
        names.addAll(schema.path("properties").propertyNames());
        for (String combination : new String[]{"allOf", "oneOf", "anyOf"}) {
            schema.path(combination).forEach(part -> addSchema(part, names));
        }
    }
}
