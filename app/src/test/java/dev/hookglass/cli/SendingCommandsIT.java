package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.event.Bytes;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whatever sends: replays, samples, checks and deliveries. */
class SendingCommandsIT extends WithDataFolder {
    @Test
    void replay_sendsTheBytesAndTellsWhatCameOfIt() throws Exception {
        receiveThree();
        try (RecordingServer target = RecordingServer.answering(202)) {
            List<JsonNode> told = done("replay", "3", "1", "--to", target.url("/hook").toString(), "--json").json();

            assertTrue(target.take().latin1().contains("asset_added"));
            assertTrue(target.take().utf8().endsWith("\r\n\r\n" + TASK));
            assertEquals(List.of(3, 1), told.stream().map(one -> one.get("event").intValue()).toList());
            assertEquals(202, told.getFirst().get("status").intValue());
            assertTrue(done("replay", "1", "--to", target.url("/hook").toString(), "--resign").out().contains("202"));
            assertTrue(target.take().latin1().contains("Callback-Secret: s1\r\n"));
        }
    }

    @Test
    void replay_toNobody_failsAndSaysSo() throws Exception {
        receiveThree();
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Run run = run("replay", "1", "--to", "http://127.0.0.1:" + free + "/", "--json");

        assertEquals(1, run.exit());
        assertTrue(run.json().getFirst().get("status").isNull());
        assertTrue(run.json().getFirst().has("failure"));
    }

    @Test
    void send_composesAndSigns() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            JsonNode told = done("send", "--provider", "optimizely-cmp", "--type", "task_added", "--secret", "abc",
                    "--to",
                    target.url("/hook").toString(), "--json").json().getFirst();
            String sent = target.take().utf8();

            assertEquals(200, told.get("status").intValue());
            assertTrue(told.get("event").isNull());
            assertTrue(sent.contains("Callback-Secret: abc\r\n") && sent.contains("\"task_added\""), sent);
        }
    }

    @Test
    void send_whileTheFolderIsInUse_sendsAllTheSame() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200); Workbench held = Workbench.open(folder)) {
            Run run = run("send", "--provider", "optimizely-campaign", "--type", "bounce", "--items", "100", "--to",
                    target.url("/").toString());

            assertEquals(0, run.exit());
            assertTrue(run.err().contains("not kept"), run.err());
            assertTrue(target.take().utf8().contains("bounce"));
            assertTrue(held.url().isEmpty());
        }
    }

    @Test
    void endpointThatTakesEverything_fails_andTheReportsSaySo() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            Path html = parent.resolve("report.html");
            Path junit = parent.resolve("report.xml");
            Run run = run("check", "--provider", "github", "--secret", "abc", "--to", target.url("/x").toString(),
                    "--html", html.toString(), "--junit", junit.toString());
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
        try (Workbench workbench = Workbench.open(folder); HttpClient http = HttpClient.newHttpClient()) {
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
            Run run = run("check", "--event", "1", "--json", "--to", target.url("/x").toString());
            assertEquals(1, run.exit(), run.err());
            assertTrue(run.out().startsWith("{\"trial\":\"as captured\",\"expected\":\"accept\",\"status\":200"),
                    run.out());
            assertFalse(run.out().contains("s3cret"));
        }
    }

    @Test
    void withoutASecretOrASubject_itIsSaidWhatIsMissing() {
        Run secret = run("check", "--provider", "github", "--to", "http://127.0.0.1:1/");
        assertEquals(1, secret.exit());
        assertTrue(secret.err().startsWith("Signing needs the secret"), secret.err());
        assertEquals(2, run("check", "--to", "http://127.0.0.1:1/").exit());
    }

    @Test
    void deliver_triesAgainUntilItIsAcknowledged_onAFasterClock() throws Exception {
        try (RecordingServer target = new RecordingServer(
                RecordingServer.answer("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 200 Yes\r\nContent-Length: 0\r\n\r\n"))) {
            Run run = run("deliver", "--provider", "optimizely-campaign", "--secret", "user:password", "--to",
                    target.url("/x").toString(), "--speed", "10000");
            assertEquals(0, run.exit(), run.err());
            assertTrue(run.out().matches("""
                    attempt 1 at 0 s: 503 after \\d+ ms – again in 10 s
                    attempt 2 at 10 s: 200 after \\d+ ms – acknowledged
                    """), run.out());
        }
    }

    @ParameterizedTest
    @CsvSource({"optimizely-cmp, abc, 202, 0 60 180 420", "optimizely-campaign, user:password, 200, 0 10 20 30"})
    void deliver_throughAnEndpointThatIsDownAndWrongAndThenRight(String provider, String secret, int right,
            String seconds) throws Exception {
        try (RecordingServer target = new RecordingServer(
                new RecordingServer.Reply.AnswerAndClose(Bytes.EMPTY),
                RecordingServer.answer("HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 204 Wrong\r\n\r\n"),
                RecordingServer.answer("HTTP/1.1 " + right + " Right\r\nContent-Length: 0\r\n\r\n"))) {
            Run run = run("deliver", "--provider", provider, "--secret", secret, "--to",
                    target.url("/x").toString(), "--speed", "10000", "--json");
            assertEquals(0, run.exit(), run.err());
            List<JsonNode> attempts = run.json();
            assertEquals(seconds, attempts.stream().map(attempt -> "" + attempt.get("afterSeconds").intValue())
                    .collect(Collectors.joining(" ")));
            assertTrue(attempts.getFirst().get("status").isNull());
            assertEquals(List.of(500, 204, right),
                    attempts.stream().skip(1).map(attempt -> attempt.get("status").intValue()).toList());
            assertEquals(List.of(false, false, false, true),
                    attempts.stream().map(attempt -> attempt.get("acknowledged").booleanValue()).toList());
        }
    }

    @Test
    void replay_ofAFilter_sendsWhatPasses_andSumsUpOnStderr() throws Exception {
        try (Workbench workbench = Workbench.open(folder); HttpClient http = HttpClient.newHttpClient()) {
            String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            for (int i = 0; i < 6; i++) {
                http.send(HttpRequest.newBuilder(URI.create(url + (i % 2 == 0 ? "/even" : "/odd")))
                        .POST(BodyPublishers.ofString("body " + i)).build(), BodyHandlers.discarding());
            }
        }
        try (RecordingServer target = RecordingServer.answering(200)) {
            Run run = run("replay", "--filter", "path:/even", "--order", "reversed", "--rate", "1000", "--to",
                    target.url("/x").toString());
            assertEquals(0, run.exit(), run.err());
            assertEquals(3, run.out().lines().count());
            assertTrue(run.err().startsWith("3 sent in "), run.err());
            assertTrue(target.take().utf8().endsWith("body 4"));
        }
        assertEquals(2, run("replay", "--filter", "", "--order", "sideways", "--to", "http://127.0.0.1:1/").exit());
    }
}
