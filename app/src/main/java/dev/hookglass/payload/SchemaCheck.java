package dev.hookglass.payload;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hookglass.payload.SchemaFinding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Compares documents with a JSON schema (draft 7, which AsyncAPI builds on). Making one takes its time. Any thread. */
public final class SchemaCheck {
    private static final int MOST = 100;
    private static final int MOST_LISTED = 8;
    private static final int LONGEST_SHOWN = 40;

    private final JsonNode schema;
    private final Schema compiled;

    /** @param schema without references */
    public SchemaCheck(JsonNode schema) {
        this.schema = schema;
        compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    /** In what a document differs: each place once, and at most a hundred of them. */
    public List<SchemaFinding> findings(JsonNode document) {
        Map<JsonPointer, SchemaFinding> found = new LinkedHashMap<>();
        for (Error error : compiled.validate(document,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))) {
            SchemaFinding finding = finding(error);
            found.putIfAbsent(finding.at(), finding);
        }
        addUnlisted(document, new SchemaTree(schema).at(List.of()), JsonPointer.empty(), found);
        return found.values().stream().limit(MOST).toList();
    }

    private static SchemaFinding finding(Error error) {
        JsonPointer at = pointer(error);
        String keyword = String.valueOf(error.getKeyword());
        JsonNode rule = error.getSchemaNode();
        return switch (keyword) {
            case "required" -> new SchemaFinding(at, Kind.OTHERWISE,
                    "“" + error.getProperty() + "” is missing" + (at.matches() ? "." : " in " + named(at) + "."));
            case "type" -> new SchemaFinding(at, Kind.OTHERWISE,
                    named(at) + " is " + word(error.getInstanceNode()) + "; the schema has " + types(rule) + ".");
            case "enum", "const" -> new SchemaFinding(at, Kind.UNLISTED_VALUE,
                    named(at) + " is " + shown(error.getInstanceNode()) + "; the schema lists " + listed(rule) + ".");
            case "format" -> new SchemaFinding(at, Kind.OTHERWISE,
                    named(at) + " has not the form “" + rule.asString() + "”.");
            case "pattern" -> new SchemaFinding(at, Kind.OTHERWISE,
                    named(at) + " does not match " + rule.asString() + ".");
            case "additionalProperties" -> new SchemaFinding(at.appendProperty(error.getProperty()), Kind.UNLISTED_NAME,
                    unlisted(error.getProperty()));
            default -> new SchemaFinding(at, Kind.OTHERWISE, named(at) + ": " + error.getMessage() + ".");
        };
    }

    private static JsonPointer pointer(Error error) {
        JsonPointer at = JsonPointer.empty();
        var path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            at = at.appendProperty(path.getName(i));
        }
        return at;
    }

    private static String named(JsonPointer at) {
        JsonPointer last = at.last();
        return last == null ? "The body" : "“" + last.getMatchingProperty() + "”";
    }

    private static String unlisted(String name) {
        return "“" + name + "” is not in the schema.";
    }

    private static String word(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number";
            case BOOLEAN -> "true or false";
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            default -> "null";
        };
    }

    private static String types(JsonNode types) {
        return (types.isArray() ? types.valueStream() : Stream.of(types))
                .map(type -> switch (type.asString("")) {
                    case "string" -> "a text";
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    case "boolean" -> "true or false";
                    case "object" -> "an object";
                    case "array" -> "a list";
                    default -> "null";
                })
                .collect(Collectors.joining(" or "));
    }

    private static String shown(JsonNode value) {
        String text = value.isValueNode() ? "“" + value.asString("null") + "”" : word(value);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…”";
    }

    private static String listed(JsonNode rule) {
        List<String> values = new ArrayList<>(
                (rule.isArray() ? rule.valueStream() : Stream.of(rule))
                        .limit(MOST_LISTED)
                        .map(JsonNode::asString)
                        .toList());
        if (rule.isArray() && rule.size() > MOST_LISTED) {
            values.add("…");
        }
        return String.join(", ", values);
    }

    private static void addUnlisted(JsonNode value, List<JsonNode> schemas, JsonPointer at,
            Map<JsonPointer, SchemaFinding> found) {
        if (found.size() >= MOST || schemas.isEmpty()) {
            return;
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                addUnlisted(value.path(i), SchemaTree.step(schemas, Integer.toString(i)), at.appendIndex(i), found);
            }
        }
        boolean open = SchemaTree.isOpen(schemas);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonPointer place = at.appendProperty(member.getKey());
            if (!open && !SchemaTree.names(schemas).contains(member.getKey())) {
                found.putIfAbsent(place, new SchemaFinding(place, Kind.UNLISTED_NAME, unlisted(member.getKey())));
            } else {
                addUnlisted(member.getValue(), SchemaTree.step(schemas, member.getKey()), place, found);
            }
        }
    }
}
