package dev.hookglass.workbench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.FakeSecretTool;
import dev.hookglass.source.Source;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An open data folder whose secrets are encrypted. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the process is a shell script")
class KeychainIT {
    @TempDir
    private Path folder;

    private static Outcome first(Workbench workbench) throws Exception {
        return workbench.events().newer(EventFilter.ALL, 0, 1).getFirst().verdict().outcome();
    }

    private static void post(Workbench workbench) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(workbench.url().orElseThrow() + "/optimizely/cmp"))
                    .header("Callback-Secret", "right").POST(BodyPublishers.ofString("{}")).build();
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void aKeychainThatIsSlow_doesNotHoldUpTheReceiver_andEventsAreJudgedOnceItAnswers() throws Exception {
        FakeSecretTool tool = new FakeSecretTool(Files.createDirectory(folder.resolve("keyring")));
        Path data = folder.resolve("data");
        try (Workbench workbench = Workbench.open(data, tool.keychain())) {
            Source cmp = workbench.sources().find("CMP").orElseThrow();
            workbench.sources().replace(cmp.withSecrets(List.of(new Secret("a", "right"))));
        }
        tool.behave("while [ ! -f '" + folder + "/go' ]; do sleep 0.05; done");
        try (Workbench workbench = Workbench.open(data, tool.keychain())) {
            long start = System.nanoTime();
            workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
            post(workbench);
            assertEquals(Outcome.UNCHECKED, first(workbench));
            // Noted, so that the keychain may also answer after a restart only.
            await().until(() -> !workbench.events().verdicts().unfinished().isEmpty());
        }
        try (Workbench workbench = Workbench.open(data, tool.keychain())) {
            workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
            post(workbench);
            Files.createFile(folder.resolve("go"));

            await().until(() -> workbench.events().newer(EventFilter.ALL, 0, 2).stream()
                    .allMatch(event -> event.verdict().outcome() == Outcome.VALID));
            await().until(() -> workbench.events().verdicts().unfinished().isEmpty());
        }
    }
}
