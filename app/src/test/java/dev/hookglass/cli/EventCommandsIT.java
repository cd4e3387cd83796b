package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import dev.hookglass.workbench.Workbench;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Looking at what was received. */
class EventCommandsIT extends WithDataFolder {
    @Test
    void show_tellsWhatWasAnsweredAndWhetherThatCounts() throws Exception {
        receiveThree();

        JsonNode event = done("show", "1", "--json").json().getFirst();

        assertEquals("answered", event.get("reply").stringValue());
        assertTrue(event.get("answeredAfterMillis").doubleValue() > 0);
        assertTrue(event.get("delivered").booleanValue());
        assertFalse(event.get("handshake").booleanValue());
        assertTrue(done("show", "2", "--json").json().getFirst().get("delivered").isNull(), "of no provider");
        assertTrue(done("show", "1").out().contains("→ answered 200 after "));
    }

    @Test
    void events_aPathBeyondAscii_isReadAsItWasMeant_andKeptAsItCame() throws Exception {
        byte[] request = "GET /café/日本?q=é HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8);
        receive(request);

        assertEquals("/café/日本?q=é", done("events", "--json").json().getFirst().get("target").stringValue());
        assertTrue(done("events", "--filter", "path:/café*").out().contains("GET /café/日本?q=é"));
        assertTrue(done("export", "--format", "csv").out().contains(",/café/日本?q=é,"));
        assertEquals(new String(request, UTF_8), done("show", "1", "--head").out());
    }

    @Test
    void events_listsTheNewestFirst() throws Exception {
        receiveThree();

        List<JsonNode> events = done("events", "--json").json();

        assertEquals(List.of(3, 2, 1), events.stream().map(event -> event.get("id").intValue()).toList());
        JsonNode first = events.getLast();
        assertEquals(
                List.of("id", "receivedAt", "source", "provider", "method", "target", "scheme", "remote", "type",
                        "items", "key",
                        "verdict", "reason", "attempt", "status", "bodyBytes", "bodySha256", "reply",
                        "answeredAfterMillis", "handshake", "pinned", "colour", "tags", "note"),
                List.copyOf(first.propertyNames()));
        assertEquals("Shop", first.get("source").stringValue());
        assertEquals("task_added", first.get("type").stringValue());
        assertEquals("valid", first.get("verdict").stringValue());
        assertEquals(TASK.getBytes(UTF_8).length, first.get("bodyBytes").intValue());
        assertTrue(events.get(1).get("type").isNull());
        assertEquals(1, done("events", "--limit", "1").out().lines().count());
        assertTrue(done("events").out().contains("✔ valid"));
    }

    @ParameterizedTest
    @CsvSource({"type:task_*, 1", "source:shop, 31", "-source:shop, 2", "jürgen, 1", "'', 321",
            "size:<5 source:inbox, 2"})
    void events_withAFilter(String filter, String ids) throws Exception {
        receiveThree();

        assertEquals(ids, done("events", "--json", "--filter", filter).json().stream()
                .map(event -> event.get("id").asString()).collect(Collectors.joining()));
    }

    @Test
    void show_asJson_hasHeadersAndBody() throws Exception {
        receiveThree();

        JsonNode text = done("show", "1", "--json").json().getFirst();
        JsonNode binary = done("show", "2", "--json").json().getFirst();

        assertEquals(TASK, text.get("body").stringValue());
        assertTrue(StreamSupport.stream(text.get("headers").spliterator(), false)
                .anyMatch(header -> header.toString().equals("[\"X-Once\",\"1\"]")));
        assertEquals(Base64.getEncoder().encodeToString(new byte[]{0, -1, 10, 13}),
                binary.get("bodyBase64").stringValue());
        assertFalse(binary.has("body"));
    }

    @Test
    void show_anEventOfTheInbox_tellsWhoMayHaveSentIt() throws Exception {
        receive(Bytes.ofLatin1("POST /hooks HTTP/1.1\r\nHost: x\r\nX-GitHub-Event: ping\r\nContent-Length: 2\r\n\r\n{}")
                .array());

        JsonNode looksLike = done("show", "1", "--json").json().getFirst().get("looksLike");
        assertEquals("[\"github\"]", looksLike.toString());
        assertTrue(done("show", "1").out().contains("Looks like GitHub"));
    }

    @Test
    void show_headAndBody_areTheExactBytes() throws Exception {
        receiveThree();

        assertEquals(Bytes.wrap(new byte[]{0, -1, 10, 13}), done("show", "2", "--body").bytes());
        String head = done("show", "2", "--head").out();
        assertTrue(head.startsWith("POST /inbox HTTP/1.1\r\n") && head.endsWith("\r\n\r\n"), head);
        assertTrue(done("show", "1").out().contains(TASK));
    }

    @Test
    void stats_countWhatCameOfEverything() throws Exception {
        receiveThree();
        try (Workbench workbench = Workbench.open(folder)) {
            workbench.events().append(
                    new Rejection(Instant.EPOCH, "127.0.0.1:1", Rejection.Reason.TOO_LARGE, "sent too much",
                            Bytes.ofUtf8("POST /x HTTP/1.1\r\nAuthorization: Basic eDp5\r\n")));
        }

        JsonNode stats = done("stats", "--json").json().getFirst();

        assertEquals(4, stats.get("received").intValue());
        assertEquals(3, stats.get("stored").intValue());
        assertEquals("{\"too large\":1}", stats.get("rejected").toString());
        assertTrue(stats.get("fileBytes").intValue() > 0);
        assertEquals("sent too much", stats.get("lastRejections").get(0).get("detail").stringValue());
        String text = done("stats").out();
        assertTrue(text.contains("too large  1"), text);
        assertTrue(text.contains("127.0.0.1:1  too large: sent too much  POST /x HTTP/1.1"), text);
        assertFalse(text.contains("eDp5"), text);
    }

    @Test
    void events_whatWasReceived_doesNotSteerTheTerminal() throws Exception {
        receive(post("/x", "{\"type\":\"a\\u001b[31mb\\u202ec\"}".getBytes(UTF_8)));

        String out = done("events").out();

        assertTrue(out.contains("a\ufffd[31mb\ufffdc"), out);
    }
}
