package dev.hookglass.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Makes a tree of a parser's tokens. Jackson's own reader takes a YAML alias for a plain text, which would change what a
 * file says without a word; here it is what its anchor holds, as if that were written out, and so is what a {@code <<} merges.
 * Aliases of aliases can stand for more than any memory holds, so what they stand for together is bounded.
 */
final class TreeReader {
    private static final String MERGE = "<<";
    private static final int MOST_WRITTEN = 100_000;

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final JsonParser parser;
    private final Map<String, JsonNode> anchored = new HashMap<>();
    private int written;

    TreeReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The one document that the parser holds. */
    JsonNode read() {
        JsonNode root = parser.nextToken() == null ? nodes.missingNode() : value();
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "Expected one document, but another one follows.");
        }
        return root;
    }

    private JsonNode value() {
        if (parser instanceof YAMLParser yaml) {
            if (yaml.isCurrentAlias()) {
                return writtenOut(parser.getString());
            }
            Object anchor = yaml.getObjectId();
            if (anchor != null) {
                JsonNode held = plain();
                anchored.put(anchor.toString(), held);
                return held;
            }
        }
        return plain();
    }

    private JsonNode writtenOut(String anchor) {
        JsonNode held = anchored.get(anchor);
        if (held == null) {
            throw problem("The YAML alias “*" + anchor
                    + "” names no object and no list that ends before it; write the value out or use $ref.");
        }
        written += size(held, MOST_WRITTEN - written);
        if (written >= MOST_WRITTEN) {
            throw problem("The YAML aliases stand for more than " + MOST_WRITTEN
                    + " values; write less of it with aliases, or use $ref.");
        }
        return held.deepCopy();
    }

    /** How many values it holds, itself among them; counts no further than to a limit. */
    private static int size(JsonNode node, int most) {
        int size = 1;
        for (JsonNode child : node) {
            if (size >= most) {
                return size;
            }
            size += size(child, most - size);
        }
        return size;
    }

    private StreamReadException problem(String sentence) {
        return new StreamReadException(parser, sentence, parser.currentTokenLocation());
    }

    private JsonNode plain() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> nodes.nullNode();
            default -> nodes.stringNode(parser.getString());
        };
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode object() {
        ObjectNode object = nodes.objectNode();
        List<JsonNode> merged = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            boolean isAlias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
            JsonNode value = value();
            if (name.equals(MERGE) && isAlias && value.isObject()) {
                merged.add(value);
            } else {
                object.set(name, value);
            }
        }
        // What the object says itself wins, wherever it stands.
        merged.forEach(other -> other.properties().forEach(each -> object.putIfAbsent(each.getKey(), each.getValue())));
        return object;
    }

    private JsonNode array() {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }
}
