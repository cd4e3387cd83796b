package dev.hookglass.payload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON schema knows of the places in a document. Of {@code oneOf} and {@code anyOf} all branches count: which one is
 * meant is often not to be told before the document is whole.
 */
public final class SchemaTree {
    private final JsonNode schema;

    /** @param schema without references */
    public SchemaTree(JsonNode schema) {
        this.schema = schema;
    }

    /** The schemas that may describe the value at a path of names and indexes; none where nothing is known. */
    List<JsonNode> at(List<String> path) {
        List<JsonNode> schemas = branches(List.of(schema));
        for (String step : path) {
            schemas = step(schemas, step);
        }
        return schemas;
    }

    /** The schemas of one of the parts of a value that some schemas may describe. */
    static List<JsonNode> step(List<JsonNode> schemas, String name) {
        List<JsonNode> next = new ArrayList<>();
        for (JsonNode each : schemas) {
            JsonNode property = each.path("properties").path(name);
            if (!property.isMissingNode()) {
                next.add(property);
            } else if (name.chars().allMatch(Character::isDigit) && each.has("items")) {
                JsonNode items = each.path("items");
                next.add(items.isArray() ? items.path(Integer.parseInt(name)) : items);
            } else if (each.path("additionalProperties").isObject()) {
                next.add(each.path("additionalProperties"));
            }
        }
        return branches(next);
    }

    private static List<JsonNode> branches(List<JsonNode> schemas) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode each : schemas) {
            if (each.isObject()) {
                all.add(each);
                for (String combination : new String[]{"allOf", "oneOf", "anyOf"}) {
                    all.addAll(branches(each.path(combination).valueStream().toList()));
                }
            }
        }
        return all;
    }

    /** The names of an object's members; empty where none are known. */
    static Set<String> names(List<JsonNode> schemas) {
        Set<String> names = new LinkedHashSet<>();
        schemas.forEach(each -> names.addAll(each.path("properties").propertyNames()));
        return names;
    }

    /** Whether members of any name are said to be welcome. */
    static boolean isOpen(List<JsonNode> schemas) {
        return names(schemas).isEmpty() || schemas.stream()
                .anyMatch(each -> each.has("patternProperties") || each.path("additionalProperties").isObject()
                        || each.path("additionalProperties").asBoolean(false));
    }

    /** The names of the members that the object at a path may have. */
    public List<String> namesAt(List<String> path) {
        return List.copyOf(names(at(path)));
    }

    /** The values that are listed for the value at a path, each once. */
    public List<JsonNode> valuesAt(List<String> path) {
        return at(path).stream()
                .flatMap(each -> Stream.of(each.path("const"), each.path("enum"), each.path("examples")))
                .flatMap(each -> each.isArray() ? each.valueStream() : Stream.of(each))
                .filter(value -> !value.isMissingNode())
                .distinct()
                .toList();
    }

    /** What the value at a path is, in the words of JSON schema, such as {@code string}; empty where nothing is said. */
    public String typeAt(List<String> path) {
        for (JsonNode each : at(path)) {
            JsonNode type = each.path("type");
            JsonNode first = type.isArray() ? type.path(0) : type;
            if (first.isString()) {
                return first.stringValue();
            }
            if (each.has("properties")) {
                return "object";
            }
        }
        return "";
    }
}
