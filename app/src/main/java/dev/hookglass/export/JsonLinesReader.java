package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link JsonLines} wrote. */
final class JsonLinesReader {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonLinesReader() {}

    static boolean isOne(String beginning) {
        return beginning.stripLeading().startsWith("{\"id\":") && beginning.contains("\"receivedAt\":");
    }

    static void read(InputStream in, EventFile.Taker taker) throws IOException, Problem {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                taker.take(event(line, number));
            }
        }
    }

    private static ImportedEvent event(String line, int number) throws Problem {
        try {
            JsonNode json = MAPPER.readTree(line);
            return new ImportedEvent(Instant.parse(json.required("receivedAt").stringValue()),
                    json.path("remote").asString(""), head(json), body(json), json.path("status").asInt(0),
                    json.path("scheme").asString("").equals("https"),
                    json.path("pinned").asBoolean(false), EventJson.marks(json));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            // The parser's message may quote the event, and that may hold a secret.
            throw new Problem("Line " + number + " is not an event as “hookglass export --format jsonl” writes it.");
        }
    }

    private static Bytes head(JsonNode json) {
        return json.has(JsonLines.HEAD)
                ? Bytes.wrap(Base64.getDecoder().decode(json.get(JsonLines.HEAD).stringValue()))
                : headOf(json);
    }

    /** The head that the method, the target and the headers of an event give. */
    static Bytes headOf(JsonNode json) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode pair : json.required("headers")) {
            headers.add(new Header(pair.required(0).stringValue(), pair.required(1).stringValue()));
        }
        return new RequestHead(json.required("method").stringValue(), json.required("target").stringValue(), "HTTP/1.1",
                headers).toBytes();
    }

    private static Bytes body(JsonNode json) {
        return json.has("bodyBase64")
                ? Bytes.wrap(Base64.getDecoder().decode(json.get("bodyBase64").stringValue()))
                : Bytes.ofUtf8(json.required("body").stringValue());
    }
}
