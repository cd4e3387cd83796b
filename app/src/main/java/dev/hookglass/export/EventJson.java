package dev.hookglass.export;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Colour;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.Marks;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON objects: a form that scripts rely on, so names are added but never changed. */
public final class EventJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventJson() {}

    /** What tables show of an event, and the name of its source. */
    public static ObjectNode of(EventSummary event, String source) {
        Optional<Answer> answer = event.answer();
        ObjectNode json = NODES.objectNode()
                .put("id", event.id())
                .put("receivedAt", event.receivedAt().toString())
                .put("source", source)
                .put("provider", event.provider())
                .put("method", event.method())
                .put("target", event.target())
                .put("scheme", event.scheme())
                .put("remote", event.remote())
                .put("type", event.type())
                .put("items", event.items())
                .put("key", event.key())
                .put("verdict", event.verdict().outcome().word())
                .put("reason", event.verdict().reason())
                .put("attempt", event.attempt())
                .put("status", event.status())
                .put("bodyBytes", event.bodyBytes())
                .put("bodySha256", event.bodySha256())
                .put("reply", answer.map(got -> got.outcome().word()).orElse(null))
                .put("answeredAfterMillis", answer.flatMap(Answer::after).map(EventJson::millis).orElse(null))
                .put("handshake", answer.map(Answer::isHandshake).orElse(false))
                .put("pinned", event.pinned());
        return putMarks(json, event.marks());
    }

    private static ObjectNode putMarks(ObjectNode json, Marks marks) {
        ArrayNode tags = json.put("colour", marks.colour().map(Colour::word).orElse(null)).putArray("tags");
        marks.tags().forEach(tags::add);
        return json.put("note", marks.note());
    }

    /** What {@link #of} wrote of marks; what is not there is none. */
    static Marks marks(JsonNode json) {
        return new Marks(Colour.named(json.path("colour").asString("")),
                json.path("tags").valueStream().map(JsonNode::stringValue).sorted().distinct().toList(),
                json.path("note").asString(""));
    }

    private static Double millis(Duration time) {
        return Math.round(time.toNanos() / 1e3) / 1e3;
    }

    /** The same with headers and body. */
    public static ObjectNode whole(EventSummary event, String source, List<Header> headers, Bytes body) {
        ObjectNode json = of(event, source);
        json.set("headers", headers(headers));
        return addBody(json, "body", body);
    }

    /** Headers as pairs, in the order and case sent. */
    public static ArrayNode headers(List<Header> headers) {
        ArrayNode pairs = NODES.arrayNode();
        for (Header header : headers) {
            pairs.addArray().add(header.name()).add(header.value());
        }
        return pairs;
    }

    /** Sets {@code name} to the text, or {@code nameBase64} where the bytes are not UTF-8. */
    public static ObjectNode addBody(ObjectNode json, String name, Bytes body) {
        try {
            return json.put(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.array())).toString());
        } catch (CharacterCodingException notText) {
            return json.put(name + "Base64", Base64.getEncoder().encodeToString(body.array()));
        }
    }
}
