package dev.hookglass.provider;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that a JSON schema (draft 7) accepts, with every property it knows. Of several alternatives it takes the first.
 * Keywords that forbid or depend ({@code not}, {@code if}, {@code contains}) are not looked at.
 */
final class SchemaSample {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_TRIES = 20;

    private final Random random;
    private final ScalarSample scalars;

    SchemaSample(Random random) {
        this.random = random;
        this.scalars = new ScalarSample(random);
    }

    /** An event's payload: an object unless the schema says otherwise. */
    JsonNode of(JsonNode schema) {
        JsonNode merged = SchemaMerge.merged(schema);
        return merged.isEmpty() ? NODES.objectNode() : value(merged, "");
    }

    private JsonNode value(JsonNode mergedSchema, String name) {
        if (mergedSchema.has("const")) {
            return mergedSchema.path("const");
        }
        for (String list : new String[]{"enum", "examples"}) {
            JsonNode values = mergedSchema.path(list);
            if (values.isArray() && !values.isEmpty()) {
                return values.get(random.nextInt(values.size()));
            }
        }
        return switch (type(mergedSchema)) {
            case "object" -> object(mergedSchema);
            case "array" -> array(mergedSchema, name);
            case "integer" -> scalars.integer(mergedSchema, name);
            case "number" -> scalars.number(mergedSchema);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(scalars.text(mergedSchema, name));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isString()) {
            return type.stringValue();
        }
        for (JsonNode one : type) {
            if (!one.asString().equals("null")) {
                return one.asString();
            }
        }
        if (schema.has("properties") || schema.has("required")) {
            return "object";
        }
        return schema.has("items") ? "array" : "string";
    }

    private ObjectNode object(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        Set<String> names = new LinkedHashSet<>(properties.propertyNames());
        schema.path("required").forEach(required -> names.add(required.asString()));
        ObjectNode object = NODES.objectNode();
        for (String name : names) {
            JsonNode property = properties.path(name);
            if (!property.isBoolean() || property.booleanValue()) {
                object.set(name, value(SchemaMerge.merged(property), name));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name) {
        JsonNode items = schema.path("items");
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        int size = items.isArray() ? items.size() : Math.min(Math.max(least, items.isMissingNode() ? 0 : 1), most);
        List<JsonNode> values = new ArrayList<>();
        for (int tries = 0; values.size() < size && tries < size + MAX_TRIES; tries++) {
            JsonNode item = items.isArray() ? items.path(values.size()) : items;
            JsonNode value = value(SchemaMerge.merged(item), name);
            if (!schema.path("uniqueItems").asBoolean(false) || !values.contains(value)) {
                values.add(value);
            }
        }
        return NODES.arrayNode().addAll(values);
    }
}
