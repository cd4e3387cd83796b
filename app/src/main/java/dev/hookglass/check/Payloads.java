package dev.hookglass.check;

import dev.hookglass.event.Bytes;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON bodies with one thing in them that their reader has not met before; empty where the body gives no place for it. */
final class Payloads {
    static final String UNKNOWN = "not_yet_known";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Provider provider;

    Payloads(Provider provider) {
        this.provider = provider;
    }

    Optional<Bytes> withUnknownField(Bytes body) {
        JsonNode json = read(body);
        return firstEvent(json).map(event -> {
            event.putObject(UNKNOWN).put("since", "tomorrow");
            return Bytes.wrap(MAPPER.writeValueAsBytes(json));
        });
    }

    /** With a value that is not in the schema's list, in the first listed property that is not the event type. */
    Optional<Bytes> withUnknownEnumValue(Bytes body, EventType type) {
        JsonNode json = read(body);
        return firstEvent(json).filter(event -> writeEnum(type.schema(), event, type))
                .map(_ -> Bytes.wrap(MAPPER.writeValueAsBytes(json)));
    }

    private static boolean writeEnum(JsonNode schema, ObjectNode payload, EventType type) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode value = payload.path(property.getKey());
            boolean isListed = property.getValue().path("enum").size() > 1 && value.isString()
                    && !value.stringValue().equals(type.name()) && !type.aliases().contains(value.stringValue());
            if (isListed) {
                payload.put(property.getKey(), UNKNOWN);
                return true;
            }
            if (value instanceof ObjectNode inner && writeEnum(property.getValue(), inner, type)) {
                return true;
            }
        }
        return false;
    }

    /** With another value wherever the body has the event type's name. */
    Optional<Bytes> withUnknownType(Bytes body, String name) {
        JsonNode json = read(body);
        return firstEvent(json).filter(event -> replace(event, name))
                .map(_ -> Bytes.wrap(MAPPER.writeValueAsBytes(json)));
    }

    private static boolean replace(ObjectNode object, String name) {
        boolean replaced = false;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (property.getValue().isString() && property.getValue().stringValue().equals(name)) {
                property.setValue(JsonMapper.shared().getNodeFactory().stringNode(UNKNOWN));
                replaced = true;
            } else if (property.getValue() instanceof ObjectNode inner) {
                replaced |= replace(inner, name);
            }
        }
        return replaced;
    }

    /** Many megabytes of an otherwise ordinary event. */
    Optional<Bytes> padded(Bytes body, int bytes) {
        JsonNode json = read(body);
        return firstEvent(json).map(event -> {
            event.put(UNKNOWN, "x".repeat(bytes));
            return Bytes.wrap(MAPPER.writeValueAsBytes(json));
        });
    }

    private Optional<ObjectNode> firstEvent(JsonNode json) {
        JsonNode event = provider.batch().map(batch -> json.at(batch.items()).path(0)).orElse(json);
        return event instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private static JsonNode read(Bytes body) {
        try {
            return MAPPER.readTree(body.array());
        } catch (JacksonException notJson) {
            return MAPPER.missingNode();
        }
    }
}
