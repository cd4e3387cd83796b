package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Colour;
import dev.hookglass.event.Marks;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandIT {
    @TempDir
    private Path folder;

    private Path capture() throws Exception {
        Path data = folder.resolve("data");
        try (Workbench workbench = Workbench.open(data); HttpClient http = HttpClient.newHttpClient()) {
            Source cmp = workbench.sources().find("CMP").orElseThrow();
            workbench.sources().replace(cmp.withSecrets(List.of(new Secret("production", "s3cret-canary"))));
            String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            for (String body : List.of("{\"event_name\":\"task_added\"}", "{\"event_name\":\"task_removed\"}")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/optimizely/cmp"))
                        .header("Callback-Secret", "s3cret-canary")
                        .POST(BodyPublishers.ofString(body))
                        .build();
                assertEquals(200, http.send(request, BodyHandlers.discarding()).statusCode());
            }
        }
        return data;
    }

    private static List<CapturedEvent> all(Path data) throws Exception {
        try (Workbench workbench = Workbench.open(data)) {
            List<CapturedEvent> events = new ArrayList<>();
            for (var event : workbench.events().newer(EventFilter.ALL, 0, 100)) {
                events.add(workbench.events().find(event.id()).orElseThrow());
            }
            return events;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "har"})
    void export_thenImport_givesTheSameEvents(String format) throws Exception {
        Path data = capture();
        Path file = folder.resolve("events." + format);
        Path other = folder.resolve("other");

        Run exported = Run.of("export", "--format", format, "--with-secrets", "--output", file.toString(), "--data",
                data.toString());
        assertEquals(new Run(0, Bytes.EMPTY, "2 events written to " + file + ".\n"), exported);
        Run imported = Run.of("import", file.toString(), "--data", other.toString());
        assertEquals(new Run(0, Bytes.ofUtf8("Imported 2 events.\n"), ""), imported);

        List<CapturedEvent> before = all(data);
        List<CapturedEvent> after = all(other);
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i).body(), after.get(i).body());
            assertEquals(before.get(i).head(), after.get(i).head());
            assertEquals(before.get(i).summary().type(), after.get(i).summary().type());
            assertEquals(before.get(i).summary().receivedAt(), after.get(i).summary().receivedAt());
            assertEquals(200, after.get(i).summary().status());
            // The other folder's source has no secret.
            assertEquals(Outcome.UNCHECKED, after.get(i).summary().verdict().outcome());
        }
    }

    @Test
    void marks_travelInJsonLines() throws Exception {
        Path data = capture();
        Path file = folder.resolve("events.jsonl");
        Path other = folder.resolve("other");
        assertEquals(0, Run.of("pin", "2", "--data", data.toString()).exit());
        assertEquals(0,
                Run.of("mark", "2", "--colour", "red", "--tag", "later", "--tag", "CMP-12", "--note", "Ask them",
                        "--data", data.toString()).exit());
        assertEquals(0, Run.of("export", "--format", "jsonl", "--output", file.toString(), "--data",
                data.toString()).exit());
        assertEquals(0, Run.of("import", file.toString(), "--data", other.toString()).exit());

        List<CapturedEvent> after = all(other);
        assertEquals(Marks.NONE, after.getFirst().summary().marks());
        assertEquals(new Marks(Optional.of(Colour.RED), List.of("CMP-12", "later"), "Ask them"),
                after.getLast().summary().marks());
        assertTrue(after.getLast().summary().pinned());
        String shown = Run.of("show", "2", "--json", "--data", other.toString()).out();
        assertTrue(shown.contains("\"colour\":\"red\",\"tags\":[\"CMP-12\",\"later\"],\"note\":\"Ask them\""), shown);
        assertTrue(Run.of("show", "2", "--data", other.toString()).out()
                .contains("Marked red #CMP-12 #later “Ask them”"));
    }

    @Test
    void mark_thatCannotBe_isRefusedInOneSentence() throws Exception {
        String data = capture().toString();
        assertEquals(2, Run.of("mark", "1", "--data", data).exit());
        assertEquals(new Run(1, Bytes.EMPTY, "There is no event 9; nothing was changed.\n"),
                Run.of("mark", "1", "9", "--tag", "x", "--data", data));
        assertEquals(1, Run.of("mark", "1", "--colour", "pink", "--data", data).exit());
        assertEquals(1, Run.of("mark", "1", "--tag", "two words", "--data", data).exit());
    }

    @Test
    void export_withoutBeingAsked_hasNoSecretInIt() throws Exception {
        Path data = capture();
        Run run = Run.of("export", "--format", "jsonl", "--filter", "type:task_added", "--data", data.toString());
        assertEquals(0, run.exit());
        assertEquals(1, run.out().lines().count());
        assertTrue(run.out().contains("[\"Callback-Secret\",\"REDACTED\"]"), run.out());
        assertFalse(run.out().contains("s3cret-canary"));
    }

    @Test
    void export_toAFileThatIsThere_isRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("there"), "mine");
        Run run = Run.of("export", "--format", "csv", "--output", file.toString(), "--data",
                folder.resolve("data").toString());
        assertEquals(1, run.exit());
        assertEquals("mine", Files.readString(file));
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void unknownFormat_isWrongUsage() {
        Run run = Run.of("export", "--format", "xml", "--data", folder.toString());
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("curl, powershell, cmd, http, har, jsonl, csv"), run.err());
    }

    @Test
    void import_ofSomethingElse_isRefusedInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "hello");
        Run run = Run.of("import", file.toString(), "--data", folder.resolve("data").toString());
        assertEquals(1, run.exit());
        assertEquals(1, run.err().lines().count());
    }
}
