package dev.hookglass.provider;

import dev.hookglass.provider.SchemaDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a payload with a JSON schema whose references are written out. The validator that checks what is composed would
 * not do: it says nothing about fields that an open schema leaves out, and of alternatives it tells what is wrong with each
 * (of an object with one number for a string, eight errors where there are three alternatives), where a person wants to know
 * about the one that is meant.
 */
final class SchemaComparison {
    /** More differences than a person reads. */
    static final int MOST = 500;
    /** Items of an array that are looked at. */
    private static final int MOST_ITEMS = 1_000;
    /** Alternatives within alternatives are tried one by one, so there is an end to it. */
    private static final int MOST_STEPS = 200_000;
    private static final int MOST_TEXT = 120;

    private int steps;

    /** The differences in the order of the payload, at most {@link #MOST}. */
    static List<SchemaDifference> of(JsonNode schema, JsonNode payload, String pointer) {
        return new SchemaComparison().compare(schema, payload, pointer);
    }

    private List<SchemaDifference> compare(JsonNode schema, JsonNode value, String pointer) {
        List<SchemaDifference> differences = new ArrayList<>();
        if (!schema.isObject() || ++steps > MOST_STEPS) {
            return differences;
        }
        ObjectNode merged = SchemaMerge.merged(decided(schema, value, pointer));
        if (!SchemaTypes.allow(merged, value)) {
            differences.add(new SchemaDifference(Kind.WRONG_TYPE, pointer, SchemaTypes.expected(merged),
                    SchemaTypes.of(value)));
            return differences;
        }
        addNewValue(merged, value, pointer, differences);
        if (value.isObject()) {
            addMembers(merged, value, pointer, differences);
        } else if (value.isArray()) {
            addItems(merged, value, pointer, differences);
        }
        return differences.size() <= MOST ? differences : differences.subList(0, MOST);
    }

    /** The schema with, of each choice in it, only the branch that the value differs from least. */
    private JsonNode decided(JsonNode schema, JsonNode value, String pointer) {
        if (!schema.has("oneOf") && !schema.has("anyOf") && !schema.has("allOf")) {
            return schema;
        }
        // Not a deep copy: properties are shared, only the outermost keywords are replaced.
        ObjectNode decided = ((ObjectNode) schema).objectNode();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            JsonNode branches = keyword.getValue();
            switch (keyword.getKey()) {
                case "allOf" -> {
                    ArrayNode all = decided.putArray("allOf");
                    branches.forEach(branch -> all.add(decided(branch, value, pointer)));
                }
                case "oneOf", "anyOf" -> {
                    if (branches.isArray() && !branches.isEmpty()) {
                        JsonNode best = best(branches, value, pointer);
                        decided.withArrayProperty("allOf").add(decided(best, value, pointer));
                    }
                }
                default -> decided.set(keyword.getKey(), branches);
            }
        }
        return decided;
    }

    private JsonNode best(JsonNode branches, JsonNode value, String pointer) {
        JsonNode best = branches.get(0);
        int least = Integer.MAX_VALUE;
        for (JsonNode branch : branches) {
            int weight = compare(branch, value, pointer).stream().mapToInt(found -> weight(found, pointer)).sum();
            if (weight < least) {
                least = weight;
                best = branch;
            }
        }
        return best;
    }

    private static int weight(SchemaDifference difference, String pointer) {
        return switch (difference.kind()) {
            case WRONG_TYPE -> difference.pointer().equals(pointer) ? 1_000_000 : 100;
            case NEW_VALUE -> 50;
            case MISSING -> 10;
            case UNKNOWN -> 1;
        };
    }

    private static void addNewValue(JsonNode schema, JsonNode value, String pointer, List<SchemaDifference> into) {
        List<JsonNode> listed = new ArrayList<>();
        if (schema.has("const")) {
            listed.add(schema.path("const"));
        }
        schema.path("enum").forEach(listed::add);
        if (!listed.isEmpty() && listed.stream().noneMatch(known -> SchemaTypes.isSame(known, value))) {
            String expected = listed.stream().map(JsonNode::toString).collect(Collectors.joining(", "));
            into.add(new SchemaDifference(Kind.NEW_VALUE, pointer, shortened(expected), shortened(value.toString())));
        }
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }

    private void addMembers(JsonNode schema, JsonNode object, String pointer, List<SchemaDifference> into) {
        for (JsonNode required : schema.path("required")) {
            String name = required.asString("");
            if (!object.has(name)) {
                into.add(new SchemaDifference(Kind.MISSING, pointer + "/" + step(name),
                        SchemaTypes.expected(schema.path("properties").path(name)), ""));
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String place = pointer + "/" + step(member.getKey());
            JsonNode known = schemaOf(schema, member.getKey());
            if (!known.isMissingNode()) {
                into.addAll(compare(known, member.getValue(), place));
            } else if (!schema.path("properties").isEmpty()) {
                into.add(new SchemaDifference(Kind.UNKNOWN, place, "", SchemaTypes.of(member.getValue())));
            }
        }
    }

    /** What a schema says of a member; missing if nothing. */
    private static JsonNode schemaOf(JsonNode schema, String name) {
        JsonNode listed = schema.path("properties").path(name);
        if (!listed.isMissingNode()) {
            return listed;
        }
        for (Map.Entry<String, JsonNode> pattern : schema.path("patternProperties").properties()) {
            if (matches(pattern.getKey(), name)) {
                return pattern.getValue();
            }
        }
        JsonNode others = schema.path("additionalProperties");
        return others.isObject() ? others : MissingNode.getInstance();
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException notOfJava) {
            return true;
        }
    }

    private void addItems(JsonNode schema, JsonNode array, String pointer, List<SchemaDifference> into) {
        JsonNode items = schema.path("items");
        for (int i = 0; i < Math.min(array.size(), MOST_ITEMS) && into.size() <= MOST; i++) {
            JsonNode item = items.isArray() ? items.path(i) : items;
            into.addAll(compare(item, array.get(i), pointer + "/" + i));
        }
    }

    private static String step(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
