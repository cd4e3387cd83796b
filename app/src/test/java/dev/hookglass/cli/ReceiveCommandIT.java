package dev.hookglass.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hookglass receive} as a process of its own, since it ends only with its process. */
class ReceiveCommandIT {
    @TempDir
    private Path parent;

    /** The command line without a window. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            System.exit(CommandLineInterface.run(arguments, (_, _) -> {}));
        }
    }

    private List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private String line(Path file, Predicate<String> condition) {
        return await().atMost(60, TimeUnit.SECONDS)
                .until(() -> lines(file).stream().filter(condition).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void receive_printsItsUrlAndEachEventAndEndsInOrder() throws Exception {
        Path out = parent.resolve("out.txt");
        Path err = parent.resolve("err.txt");
        Path folder = parent.resolve("data");
        Process receiver = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Program.class.getName(), "receive", "--json", "--port", "0",
                "--data", folder.toString()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String url = line(out, text -> text.startsWith("Listening on ")).substring("Listening on ".length());
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/x"))
                    .POST(BodyPublishers.ofString("{\"type\":\"created\"}"))
                    .build();
            assertEquals(200, http.send(request, BodyHandlers.discarding()).statusCode());
            assertTrue(line(out, text -> text.startsWith("{")).contains("\"type\":\"created\""));

            receiver.destroy();
            assertTrue(receiver.waitFor(20, TimeUnit.SECONDS));
        } finally {
            receiver.destroyForcibly();
        }
        // The virtual machine's own warnings aside.
        assertFalse(lines(err).stream().anyMatch(text -> text.contains("Exception") || text.contains("\tat ")),
                () -> lines(err).toString());
        try (Workbench workbench = Workbench.open(folder)) {
            assertEquals(1, workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 9).size());
        }
    }
}
