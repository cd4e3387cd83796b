package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Marks;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the requests of an HTTP Archive, entry by entry, as browsers and proxies write it. */
final class HarReader {
    private static final Pattern HAR = Pattern.compile("^\\uFEFF?\\s*\\{\\s*\"log\"\\s*:\\s*\\{");

    /** Only taken apart: the target stays as it is written. */
    private static final Pattern URL = Pattern.compile("https?://(?<host>[^/?#]*)(?<target>[^#]*)(#.*)?");

    private HarReader() {}

    static boolean isOne(String beginning) {
        return HAR.matcher(beginning).find();
    }

    static void read(InputStream in, EventFile.Taker taker) throws IOException, Problem {
        int number = 0;
        try (JsonParser parser = JsonMapper.shared().createParser(in)) {
            if (!findEntries(parser)) {
                throw new Problem("The HAR file has no entries.");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                number++;
                JsonNode entry = parser.readValueAsTree();
                JsonNode request = entry.required("request");
                // Browsers also list what went over no HTTP: pictures within a page, web sockets.
                Matcher url = URL.matcher(request.required("url").stringValue());
                if (url.matches()) {
                    taker.take(event(entry, request, url));
                }
            }
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new Problem("The HAR file is damaged behind its entry " + number + "; those before were imported.");
        }
    }

    /** Goes to the array {@code log.entries}, past whatever stands before it. */
    private static boolean findEntries(JsonParser parser) {
        parser.nextToken();
        parser.nextToken();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals("entries");
            JsonToken value = parser.nextToken();
            if (found) {
                return value == JsonToken.START_ARRAY;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static ImportedEvent event(JsonNode entry, JsonNode request, Matcher url) {
        // Whoever writes characters beyond ASCII into a URL means them as UTF-8.
        String target = Bytes.ofUtf8(url.group("target")).latin1();
        RequestHead head = new RequestHead(request.required("method").stringValue(),
                target.startsWith("/") ? target : "/" + target, "HTTP/1.1", headers(request, url.group("host")));
        return new ImportedEvent(OffsetDateTime.parse(entry.required("startedDateTime").stringValue()).toInstant(),
                "", head.toBytes(), body(request.path("postData")),
                Math.max(0, entry.path("response").path("status").asInt(0)),
                request.required("url").stringValue().startsWith("https:"), false, Marks.NONE);
    }

    private static List<Header> headers(JsonNode request, String host) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : request.path("headers")) {
            String name = header.required("name").stringValue();
            // HTTP/2 has its request line among the headers.
            if (!name.startsWith(":")) {
                headers.add(new Header(name, header.path("value").asString("")));
            }
        }
        if (headers.stream().noneMatch(header -> header.is("Host"))) {
            headers.addFirst(new Header("Host", host));
        }
        return headers;
    }

    private static Bytes body(JsonNode postData) {
        String text = postData.path("text").asString("");
        if (postData.path("encoding").asString("").equalsIgnoreCase("base64")) {
            return Bytes.wrap(Base64.getMimeDecoder().decode(text));
        }
        return text.isEmpty() ? form(postData.path("params")) : Bytes.ofUtf8(text);
    }

    /** Some tools write a form as its parameters only. */
    private static Bytes form(JsonNode params) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode param : params) {
            pairs.add(encoded(param.path("name").asString("")) + "=" + encoded(param.path("value").asString("")));
        }
        return Bytes.ofUtf8(String.join("&", pairs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
