package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes out the references of a schema. Where a schema refers to itself, and where it refers to another file, it goes on
 * with a schema that accepts anything.
 */
final class SchemaReader {
    /** Schemas that refer to others twice, again and again, would otherwise grow without end. */
    private static final int MAX_NODES = 500_000;
    private static final int MAX_DEPTH = 500;

    private static final Set<String> DATA = Set.of("const", "enum", "default", "example", "examples");
    private static final Set<String> SCHEMAS_BY_NAME = Set.of("properties", "patternProperties", "dependentSchemas");
    /** Not needed once the references to them are written out. */
    private static final Set<String> DEFINITIONS = Set.of("definitions", "$defs");

    private final Map<String, JsonNode> known = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int nodes;
    private int depth;

    /** The payload schema of a message, references written out; to be copied before it is changed. */
    JsonNode payload(MessageText message) throws Problem {
        Part payload = message.get("payload");
        String format = message.get("schemaFormat").text("");
        if (payload.node().has("schemaFormat")) {
            // AsyncAPI 3: a schema may stand in a wrapper that names its format.
            format = payload.get("schemaFormat").text("");
            payload = payload.get("schema");
        }
        if (!payload.isPresent() || !isJsonSchema(format)) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode reference = payload.node().path("$ref");
        String place = reference.isString() ? reference.stringValue() : payload.at().toString();
        JsonNode schema = known.get(place);
        if (schema == null) {
            schema = schema(payload);
            known.put(place, schema);
        }
        return schema;
    }

    /** The schemas of a message's headers, references written out: its own first, then those of its traits. */
    List<JsonNode> headers(MessageText message) throws Problem {
        List<JsonNode> schemas = new ArrayList<>();
        for (Part headers : message.all("headers")) {
            boolean hasFormat = headers.node().has("schemaFormat");
            schemas.add(schema(hasFormat ? headers.get("schema") : headers));
        }
        return schemas;
    }

    private static boolean isJsonSchema(String format) {
        return format.isEmpty() || format.contains("asyncapi") || format.contains("schema+");
    }

    private JsonNode schema(Part part) throws Problem {
        enter(part);
        try {
            JsonNode reference = part.node().path("$ref");
            return reference.isString() ? referred(part, reference.stringValue()) : writtenOut(part);
        } finally {
            depth--;
        }
    }

    private void enter(Part part) throws Problem {
        if (++nodes > MAX_NODES || ++depth > MAX_DEPTH) {
            throw part.problem("This schema, with its references written out, is too large or too deep to be used.");
        }
    }

    private JsonNode referred(Part part, String reference) throws Problem {
        if (!reference.startsWith("#")) {
            return anything("Not read, because it is in another file: " + reference);
        }
        if (open.contains(reference)) {
            return anything("Refers to itself here: " + reference);
        }
        Part target = target(part, reference);
        open.push(reference);
        JsonNode schema = schema(target);
        open.pop();
        return schema;
    }

    private Part target(Part part, String reference) throws Problem {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            throw part.problem("“" + reference + "” cannot be followed; write it as #/components/schemas/…");
        }
        Part target = Part.at(part.document(), JsonPointer.compile(reference.substring(1)));
        if (target.node().isMissingNode()) {
            throw part.problem("“" + reference + "” refers to nothing in this file.");
        }
        return target;
    }

    private JsonNode writtenOut(Part part) throws Problem {
        if (part.node().isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            for (Part item : part.items()) {
                list.add(schema(item));
            }
            return list;
        }
        if (!part.node().isObject()) {
            return part.node();
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Part property : part.properties()) {
            if (DATA.contains(property.key())) {
                object.set(property.key(), property.node());
            } else if (SCHEMAS_BY_NAME.contains(property.key())) {
                object.set(property.key(), schemasByName(property));
            } else if (!DEFINITIONS.contains(property.key())) {
                object.set(property.key(), schema(property));
            }
        }
        return object;
    }

    private ObjectNode schemasByName(Part part) throws Problem {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Part property : part.properties()) {
            object.set(property.key(), schema(property));
        }
        return object;
    }

    private static JsonNode anything(String comment) {
        return JsonNodeFactory.instance.objectNode().put("$comment", comment);
    }
}
