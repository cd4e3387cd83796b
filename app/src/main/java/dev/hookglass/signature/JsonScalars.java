package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The texts, numbers and booleans in a JSON body; a body that is no JSON has none. */
record JsonScalars(JsonNode root) {
    /** Far above what is signed inside a body, and far below what would hold up the receiver. */
    private static final int MOST_BYTES = 16 << 20;

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(500).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static JsonScalars of(Bytes body) {
        try {
            return new JsonScalars(body.isEmpty() || body.size() > MOST_BYTES
                    ? MissingNode.getInstance()
                    : MAPPER.readTree(body.array()));
        } catch (JacksonException notJson) {
            return new JsonScalars(MissingNode.getInstance());
        }
    }

    Optional<String> at(JsonPointer pointer) {
        return Optional.of(root.at(pointer))
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonNode::asString);
    }

    /** Whether there is an object in that place. */
    boolean hasObject(JsonPointer pointer) {
        return root.at(pointer).isObject();
    }

    /** The body with a text put in a place, objects on the way to it made where they are missing. */
    Bytes with(JsonPointer pointer, String text) {
        JsonNode changed = root.deepCopy();
        JsonNode node = changed;
        for (JsonPointer rest = pointer; node instanceof ObjectNode object; rest = rest.tail()) {
            String name = rest.getMatchingProperty();
            if (rest.tail().matches()) {
                object.put(name, text);
                break;
            }
            node = object.has(name) ? object.get(name) : object.putObject(name);
            if (node.isArray()) {
                rest = rest.tail();
                node = node.path(rest.getMatchingIndex());
            }
        }
        return Bytes.wrap(MAPPER.writeValueAsBytes(changed));
    }
}
