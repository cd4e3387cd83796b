package dev.hookglass.cli;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.source.Sources;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON objects: a form that scripts rely on, so names are added but never changed. */
final class EventJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventJson() {}

    static ObjectNode of(EventSummary event, Sources sources) {
        return NODES.objectNode()
                .put("id", event.id())
                .put("receivedAt", event.receivedAt().toString())
                .put("source", sources.nameOf(event.sourceId()))
                .put("provider", event.provider())
                .put("method", event.method())
                .put("target", event.target())
                .put("remote", event.remote())
                .put("type", event.type())
                .put("items", event.items())
                .put("key", event.key())
                .put("verdict", event.verdict().outcome().word())
                .put("reason", event.verdict().reason())
                .put("attempt", event.attempt())
                .put("status", event.status())
                .put("bodyBytes", event.bodyBytes())
                .put("bodySha256", event.bodySha256());
    }

    static ObjectNode whole(CapturedEvent event, Sources sources) {
        ObjectNode json = of(event.summary(), sources);
        json.set("headers", headers(event.request().headers()));
        return addBody(json, "body", event.body());
    }

    /** Headers as pairs, in the order and case sent. */
    static ArrayNode headers(List<Header> headers) {
        ArrayNode pairs = NODES.arrayNode();
        for (Header header : headers) {
            pairs.addArray().add(header.name()).add(header.value());
        }
        return pairs;
    }

    /** Sets {@code name} to the text, or {@code nameBase64} where the bytes are not UTF-8. */
    static ObjectNode addBody(ObjectNode json, String name, Bytes body) {
        try {
            return json.put(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.array())).toString());
        } catch (CharacterCodingException notText) {
            return json.put(name + "Base64", Base64.getEncoder().encodeToString(body.array()));
        }
    }
}
