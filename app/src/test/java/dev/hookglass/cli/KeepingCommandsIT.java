package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.workbench.Workbench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pinning, deleting, settings, and looking after the file, from the command line. */
class KeepingCommandsIT extends WithDataFolder {
    @BeforeEach
    void captureThreeEvents() throws Exception {
        try (Workbench workbench = Workbench.open(folder); HttpClient client = HttpClient.newHttpClient()) {
            String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            for (String body : List.of("one", "two", "three")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/" + body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                assertEquals(200, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
            }
        }
    }

    private long events(String filter) {
        return done("events", "--filter", filter).out().lines().count();
    }

    @Test
    void pinAndDelete() {
        done("pin", "1");
        assertEquals(1, events("is:pinned"));

        assertEquals("Deleted 0 events.\n", done("delete", "--filter", "path:/two not-there").out());
        assertEquals("Deleted 2 events.\n", done("delete", "--all").out());
        assertEquals(1, events(""));
        done("pin", "--off", "1");
        assertEquals(0, events("is:pinned"));
        assertEquals(1, run("pin", "99").exit());
        assertEquals(2, run("delete").exit());
    }

    @Test
    void settings_areKept() {
        done("settings", "--power-safe", "true", "--keep-size", "2g");
        String json = done("settings", "--keep-days", "30", "--json").out();

        assertEquals("{\"powerSafe\":true,\"keepEvents\":0,\"keepBytes\":2000000000,\"keepDays\":30}\n", json);
        assertEquals(2, run("settings", "--keep-size", "much").exit());
    }

    @Test
    void backupAndRestore() {
        Path backup = parent.resolve("backup.zip");
        done("backup", backup.toString());
        done("delete", "--all");
        done("compact");
        assertEquals(0, events(""));

        assertTrue(done("restore", backup.toString()).out().contains("events-before-restore-"));

        assertEquals(3, events(""));
        assertEquals("one", done("show", "1", "--body").out());
        assertEquals(1, run("backup", backup.toString()).exit());
    }

    @Test
    void repair_saysWhatIsWrongAndTheWayOnKeepsTheFile() throws Exception {
        assertTrue(done("repair").out().contains("in order"));
        Path file = folder.resolve("events.mv.db");
        byte[] damaged = new byte[20_000];
        Files.write(file, damaged);

        Run refused = run("events");
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("hookglass repair"), refused.err());
        Run look = run("repair");
        assertEquals(1, look.exit());
        assertTrue(look.out().contains("--start-fresh"), look.out());
        assertArrayEquals(damaged, Files.readAllBytes(file));

        done("repair", "--start-fresh");
        assertEquals(0, events(""));
        try (Stream<Path> files = Files.list(folder)) {
            Path aside = files.filter(each -> each.getFileName().toString().matches("events-damaged-.*\\.mv\\.db"))
                    .findFirst().orElseThrow();
            assertArrayEquals(damaged, Files.readAllBytes(aside));
        }
    }
}
