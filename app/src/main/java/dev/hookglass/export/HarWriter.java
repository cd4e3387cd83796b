package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * HTTP Archive 1.2 (the format of browsers and proxies). It knows no binary request bodies, so a body that is not text is
 * written in Base64 with {@code "encoding": "base64"} beside it, as the format does for responses.
 */
final class HarWriter implements EventWriter {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonGenerator json;

    HarWriter(OutputStream out) {
        json = MAPPER.createGenerator(out);
        json.writeStartObject();
        json.writeObjectPropertyStart("log");
        json.writeStringProperty("version", "1.2");
        json.writePOJOProperty("creator", NODES.objectNode().put("name", "Hookglass").put("version", ""));
        json.writeArrayPropertyStart("entries");
    }

    @Override
    public void write(ExportedEvent event) {
        ObjectNode entry = NODES.objectNode()
                .put("startedDateTime", event.summary().receivedAt().toString())
                .put("time", 0);
        entry.set("request", request(event));
        entry.set("response", response(event.summary().status()));
        entry.set("cache", NODES.objectNode());
        entry.set("timings", NODES.objectNode().put("send", 0).put("wait", 0).put("receive", 0));
        json.writeTree(entry);
    }

    private static ObjectNode request(ExportedEvent event) {
        RequestHead head = event.head();
        ObjectNode request = NODES.objectNode()
                .put("method", head.method())
                .put("url", Bytes.ofLatin1(event.url()).text())
                .put("httpVersion", head.protocol());
        request.set("cookies", NODES.arrayNode());
        request.set("headers", headers(head.headers()));
        request.set("queryString", query(head));
        if (!event.body().isEmpty()) {
            request.set("postData", postData(head, event.body()));
        }
        return request.put("headersSize", head.toBytes().size()).put("bodySize", event.body().size());
    }

    private static ArrayNode headers(List<Header> headers) {
        ArrayNode pairs = NODES.arrayNode();
        headers.forEach(header -> pairs.addObject().put("name", header.name()).put("value", header.value()));
        return pairs;
    }

    private static ArrayNode query(RequestHead head) {
        ArrayNode pairs = NODES.arrayNode();
        head.query().ifPresent(query -> {
            for (String pair : Bytes.ofLatin1(query).text().split("&", -1)) {
                int equals = pair.indexOf('=');
                pairs.addObject()
                        .put("name", equals < 0 ? pair : pair.substring(0, equals))
                        .put("value", equals < 0 ? "" : pair.substring(equals + 1));
            }
        });
        return pairs;
    }

    private static ObjectNode postData(RequestHead head, Bytes body) {
        ObjectNode data = NODES.objectNode().put("mimeType", head.first("Content-Type").orElse(""));
        data.set("params", NODES.arrayNode());
        ObjectNode text = EventJson.addBody(NODES.objectNode(), "text", body);
        return text.has("text")
                ? data.put("text", text.get("text").stringValue())
                : data.put("text", text.get("textBase64").stringValue()).put("encoding", "base64");
    }

    private static ObjectNode response(int status) {
        ObjectNode response = NODES.objectNode()
                .put("status", status)
                .put("statusText", "")
                .put("httpVersion", "HTTP/1.1");
        response.set("cookies", NODES.arrayNode());
        response.set("headers", NODES.arrayNode());
        response.set("content", NODES.objectNode().put("size", 0).put("mimeType", ""));
        return response.put("redirectURL", "").put("headersSize", -1).put("bodySize", 0);
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }
}
