package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandIT {
    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: {title: Acme Orders, version: '1'}
            channels:
              orders:
                messages:
                  paid: {payload: {type: object, properties: {event: {const: order.paid}, total: {type: number}}}}
            components:
              securitySchemes:
                key: {type: httpApiKey, in: header, name: X-Acme-Key}
            """;

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    private Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandLineInterface.run(arguments, (_, _) -> {}, out, err);
        return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Run importText(String text, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("acme.yaml"), text);
        String[] arguments = Stream.concat(
                Stream.of("import", file.toString(), "--data", data()),
                Arrays.stream(more)).toArray(String[]::new);
        return run(arguments);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void aDocumentIsImported_andItsEventsCanBeSent() throws Exception {
        Run imported = importText(DOCUMENT);
        assertEquals(new Run(0, "Imported Acme Orders as the provider “acme-orders”: 1 message in 1 channel, "
                + "1 event type; signature: header-equals.\n", ""), imported);
        try (RecordingServer target = RecordingServer.answering(200)) {
            Run sent = run("send", "--provider", "acme-orders", "--type", "order.paid", "--secret", "s3cret", "--to",
                    target.url("/x").toString(), "--variants", "3", "--data", data());
            assertEquals(0, sent.exit(), sent.err());
            assertEquals(3, sent.out().lines().count());
            Set<String> bodies = new HashSet<>();
            for (int i = 0; i < 3; i++) {
                bodies.add(target.take().utf8());
            }
            assertEquals(3, bodies.size());
        }
        Run exported = run("providers", "acme-orders", "--data", data());
        assertTrue(exported.out().startsWith(DOCUMENT), exported.out());
        Run elsewhere = run("import", Files.writeString(folder.resolve("again"), exported.out()).toString(), "--data",
                folder.resolve("elsewhere").toString());
        assertEquals(imported, elsewhere);
    }

    @Test
    void oneThatIsThereIsReplacedOnlyIfAskedTo() throws Exception {
        importText(DOCUMENT);
        Run again = importText(DOCUMENT.replace("order.paid", "order.lost"));
        assertEquals(1, again.exit());
        assertTrue(again.err().contains("--replace"), again.err());
        assertEquals(0, importText(DOCUMENT.replace("order.paid", "order.lost"), "--replace").exit());
        assertTrue(run("providers", "acme-orders", "--json", "--data", data()).out().contains("order.lost"));
    }

    @Test
    void whatIsWrongIsToldInOneSentenceWithItsPlace() throws Exception {
        Run wrong = importText(DOCUMENT.replace("{payload:", "{$ref: 'other.yaml#/a', payload:"));
        assertEquals(1, wrong.exit());
        assertTrue(wrong.err().startsWith("acme.yaml, line 6, column "), wrong.err());
        assertEquals(1, wrong.err().lines().count());
    }
}
