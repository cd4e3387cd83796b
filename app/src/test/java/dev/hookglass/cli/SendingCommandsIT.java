package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingCommandsIT {
    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    private Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandLineInterface.run(arguments, (_, _) -> {}, out, err);
        return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void endpointThatTakesEverything_fails_andTheReportsSaySo() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            Path html = folder.resolve("report.html");
            Path junit = folder.resolve("report.xml");
            Run run = run("check", "--provider", "github", "--secret", "abc", "--to", target.url("/x").toString(),
                    "--html", html.toString(), "--junit", junit.toString(), "--data", folder.toString());
            assertEquals(1, run.exit(), run.err());
            assertEquals("", run.err());
            assertTrue(run.out().contains("✘ wrong secret"), run.out());
            assertTrue(run.out().contains("✔ unknown field"), run.out());
            assertTrue(Files.readString(html).contains("wrong secret"));
            assertTrue(Files.readString(junit).contains("<failure"));
        }
    }

    @Test
    void capturedEvent_isSentAsItWas_andWithItsSourcesSecret() throws Exception {
        Path data = folder.resolve("data");
        try (Workbench workbench = Workbench.open(data); HttpClient http = HttpClient.newHttpClient()) {
            Source cmp = workbench.sources().find("CMP").orElseThrow();
            workbench.sources().replace(cmp.withSecrets(List.of(new Secret("production", "s3cret"))));
            String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/optimizely/cmp"))
                    .header("Callback-Secret", "s3cret")
                    .POST(BodyPublishers.ofString("{\"event_name\":\"task_updated\"}"))
                    .build();
            http.send(request, BodyHandlers.discarding());
        }
        try (RecordingServer target = RecordingServer.answering(200)) {
            Run run = run("check", "--event", "1", "--json", "--to", target.url("/x").toString(), "--data",
                    data.toString());
            assertEquals(1, run.exit(), run.err());
            assertTrue(run.out().startsWith("{\"trial\":\"as captured\",\"expected\":\"accept\",\"status\":200"),
                    run.out());
            assertFalse(run.out().contains("s3cret"));
        }
    }

    @Test
    void withoutASecretOrASubject_itIsSaidWhatIsMissing() {
        Run secret = run("check", "--provider", "github", "--to", "http://127.0.0.1:1/", "--data", folder.toString());
        assertEquals(1, secret.exit());
        assertTrue(secret.err().startsWith("Signing needs the secret"), secret.err());
        assertEquals(2, run("check", "--to", "http://127.0.0.1:1/", "--data", folder.toString()).exit());
    }

    @Test
    void deliver_triesAgainUntilItIsAcknowledged_onAFasterClock() throws Exception {
        try (RecordingServer target = new RecordingServer(
                RecordingServer.answer("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 200 Yes\r\nContent-Length: 0\r\n\r\n"))) {
            Run run = run("deliver", "--provider", "optimizely-campaign", "--secret", "user:password", "--to",
                    target.url("/x").toString(), "--speed", "10000", "--data", folder.resolve("data").toString());
            assertEquals(0, run.exit(), run.err());
            assertTrue(run.out().matches("""
                    attempt 1 at 0 s: 503 after \\d+ ms – again in 10 s
                    attempt 2 at 10 s: 200 after \\d+ ms – acknowledged
                    """), run.out());
        }
    }

    @Test
    void replay_ofAFilter_sendsWhatPasses_andSumsUpOnStderr() throws Exception {
        Path data = folder.resolve("data");
        try (Workbench workbench = Workbench.open(data); HttpClient http = HttpClient.newHttpClient()) {
            String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            for (int i = 0; i < 6; i++) {
                http.send(HttpRequest.newBuilder(URI.create(url + (i % 2 == 0 ? "/even" : "/odd")))
                        .POST(BodyPublishers.ofString("body " + i)).build(), BodyHandlers.discarding());
            }
        }
        try (RecordingServer target = RecordingServer.answering(200)) {
            Run run = run("replay", "--filter", "path:/even", "--order", "reversed", "--rate", "1000", "--to",
                    target.url("/x").toString(), "--data", data.toString());
            assertEquals(0, run.exit(), run.err());
            assertEquals(3, run.out().lines().count());
            assertTrue(run.err().startsWith("3 sent in "), run.err());
            assertTrue(target.take().utf8().endsWith("body 4"));
        }
        assertEquals(2, run("replay", "--filter", "", "--order", "sideways", "--to", "http://127.0.0.1:1/", "--data",
                data.toString()).exit());
    }
}
