package dev.hookglass.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as browsers and proxies write them. */
class HarReaderTest {
    @TempDir
    private Path folder;

    private List<ImportedEvent> read(String har) throws IOException, Problem {
        List<ImportedEvent> events = new ArrayList<>();
        EventFile.read(Files.writeString(folder.resolve("some.har"), har), events::add);
        return events;
    }

    private static String entry(String url, String rest) {
        return "{\"startedDateTime\":\"2026-11-21T09:00:01.123+01:00\",\"time\":1,\"request\":{\"method\":\"POST\",\"url\":\""
                + url
                + "\",\"httpVersion\":\"h2\",\"cookies\":[],\"queryString\":[],\"headersSize\":-1,\"bodySize\":-1,"
                + rest
                + "},\"response\":{\"status\":201},\"cache\":{},\"timings\":{}}";
    }

    private static String log(String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"WebInspector\",\"version\":\"537.36\"},\"pages\":[{\"id\":"
                + "\"page_1\"}],\"entries\":[" + String.join(",", entries) + "]}}";
    }

    @Test
    void whatABrowserWroteOfHttp2_isARequestAsItMayHaveBeen() throws Exception {
        ImportedEvent event = read(log(entry("https://example.com/css?family=A|B&x={y}",
                "\"headers\":[{\"name\":\":authority\",\"value\":\"example.com\"},{\"name\":\"content-type\",\"value\":"
                        + "\"application/json\"}],\"postData\":{\"mimeType\":\"application/json\",\"text\":\"{\\\"a\\\":\\\"ü\\\"}\"}")))
                .getFirst();
        RequestHead head = RequestHead.parse(event.head());
        assertEquals("/css?family=A|B&x={y}", head.target());
        assertEquals(List.of("Host", "content-type"), head.headers().stream().map(header -> header.name()).toList());
        assertEquals("{\"a\":\"ü\"}", event.body().utf8());
        assertEquals(201, event.status());
        assertTrue(event.secure());
    }

    @Test
    void aFormWithoutText_isWrittenFromItsParameters() throws Exception {
        assertEquals("a=1&b=x+y", read(log(entry("http://localhost:3000",
                "\"headers\":[],\"postData\":{\"mimeType\":\"application/x-www-form-urlencoded\",\"text\":\"\",\"params\":["
                        + "{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"x y\"}]}")))
                .getFirst().body().utf8());
    }

    @Test
    void whatWentOverNoHttp_isPassedOver_andTheRestIsRead() throws Exception {
        List<ImportedEvent> events = read(log(entry("http://localhost/1", "\"headers\":[]"),
                entry("data:text/plain;base64,AAAA", "\"headers\":[]"), entry("wss://localhost/2", "\"headers\":[]"),
                entry("http://localhost/3", "\"headers\":[]")));
        assertEquals(List.of("/1", "/3"),
                events.stream().map(event -> RequestHead.parse(event.head()).target()).toList());
    }

    @Test
    void aPathThatHoldsAUrl_comesBackAsItWas() throws Exception {
        String target = "/hook?next=https://example.com/=HYPERLINK(\"x\")";
        Bytes har = Exports.written(ExportFormat.HAR,
                Exports.event("POST " + target + " HTTP/1.1\r\nHost: localhost:8787\r\n\r\n", Bytes.EMPTY));
        assertEquals(target, RequestHead.parse(read(har.utf8()).getFirst().head()).target());
    }
}
