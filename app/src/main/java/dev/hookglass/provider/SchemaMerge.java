package dev.hookglass.provider;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one plain schema of a combined one: all of {@code allOf}, the first of {@code oneOf} and {@code anyOf}. */
final class SchemaMerge {
    private SchemaMerge() {}

    /** The schema without its outermost combinations; an empty one for anything that is no object. */
    static ObjectNode merged(JsonNode schema) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        if (schema.isObject()) {
            add(merged, schema);
        }
        return merged;
    }

    private static void add(ObjectNode merged, JsonNode schema) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            JsonNode value = keyword.getValue();
            switch (keyword.getKey()) {
                case "allOf" -> value.forEach(branch -> add(merged, branch));
                case "oneOf", "anyOf" -> add(merged, value.path(0));
                case "properties" -> addProperties(merged.withObjectProperty("properties"), value);
                case "type" -> addType(merged, value);
                case "required" -> addRequired(merged, value);
                case "enum" -> addEnum(merged, value);
                case "minimum", "minLength", "minItems" -> addBound(merged, keyword.getKey(), value, 1);
                case "maximum", "maxLength", "maxItems" -> addBound(merged, keyword.getKey(), value, -1);
                default -> merged.putIfAbsent(keyword.getKey(), value);
            }
        }
    }

    private static void addProperties(ObjectNode merged, JsonNode properties) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            JsonNode other = merged.get(property.getKey());
            if (other == null) {
                merged.set(property.getKey(), property.getValue());
            } else {
                ObjectNode both = JsonNodeFactory.instance.objectNode();
                both.putArray("allOf").add(other).add(property.getValue());
                merged.set(property.getKey(), both);
            }
        }
    }

    /** One type is stricter than a list of them. */
    private static void addType(ObjectNode merged, JsonNode type) {
        if (!merged.path("type").isString()) {
            merged.set("type", type);
        }
    }

    private static void addRequired(ObjectNode merged, JsonNode names) {
        ArrayNode required = merged.withArrayProperty("required");
        names.forEach(required::add);
    }

    private static void addEnum(ObjectNode merged, JsonNode values) {
        Set<JsonNode> common = new LinkedHashSet<>();
        values.forEach(common::add);
        if (merged.has("enum")) {
            Set<JsonNode> others = new LinkedHashSet<>();
            merged.path("enum").forEach(others::add);
            common.retainAll(others);
        }
        merged.putArray("enum").addAll(common);
    }

    /** Of two bounds the stricter one holds. */
    private static void addBound(ObjectNode merged, String keyword, JsonNode bound, int stricter) {
        JsonNode other = merged.get(keyword);
        boolean replaces = other == null || bound.isNumber() && other.isNumber()
                && bound.decimalValue().compareTo(other.decimalValue()) * stricter > 0;
        if (replaces) {
            merged.set(keyword, bound);
        }
    }
}
