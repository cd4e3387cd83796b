package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.keychain.Keychain;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.source.FakeSecretTool;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A secret is found nowhere but in its own file, whatever is done with it. The provider signs, and does not send it. */
class CanaryIT {
    private static final String CANARY = "canary-Zq7vX2mK9tLw4RbN";
    private static final String BODY = "{\"action\":\"opened\"}";
    private static final Scheme SCHEME = Catalogue.load(Path.of("no-such-folder")).find("github").orElseThrow()
            .scheme();

    @TempDir
    private Path folder;
    private Path data;

    @BeforeEach
    void prepare() {
        data = folder.resolve("data");
    }

    /** The forms it might be written in: as text, in hex, and in base64 wherever it begins in a group of three. */
    private static Set<String> forms() {
        byte[] bytes = CANARY.getBytes(UTF_8);
        Set<String> forms = new LinkedHashSet<>(List.of(CANARY, new String(CANARY.getBytes(UTF_16LE), ISO_8859_1),
                HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT)));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The characters at either end depend on the neighbours too.
            forms.add(text.substring(before == 0 ? 0 : before + 1, text.length() - 1));
        }
        return forms;
    }

    private static boolean hasCanary(byte[] bytes) {
        String content = new String(bytes, ISO_8859_1);
        return forms().stream().anyMatch(content::contains);
    }

    private List<String> filesWithCanary() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (hasCanary(Files.readAllBytes(file))) {
                    found.add(data.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static List<String> unpackedWithCanary(Path zip) throws IOException {
        List<String> found = new ArrayList<>();
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries++;
                if (hasCanary(in.readAllBytes())) {
                    found.add(entry.getName());
                }
            }
        }
        assertTrue(entries > 0);
        return found;
    }

    private void setUp(Keychain keychain) throws Exception {
        try (Workbench workbench = Workbench.open(data, keychain)) {
            workbench.sources().add(Source.draft("Hub", "github", "/hub")
                    .withSecrets(List.of(new Secret("old", CANARY + "-old"), new Secret("new", CANARY))));
        }
    }

    /** One that is right, one that is wrong, and one without a signature. */
    private static void post(String url) throws Exception {
        Bytes body = Bytes.ofUtf8(BODY);
        Header right = SCHEME.sign(new SignedMessage(new RequestHead("POST", "/hub", "HTTP/1.1", List.of()), body,
                Instant.now()), new Secret("", CANARY)).getFirst();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String wrong = right.value().replaceFirst(".$", right.value().endsWith("0") ? "1" : "0");
            for (String value : List.of(right.value(), wrong, "none")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/hub")).header(right.name(), value)
                        .POST(BodyPublishers.ofString(BODY)).build();
                assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
            }
        }
    }

    @Test
    void theSearchItself_findsEveryForm() {
        for (String form : List.of("x" + CANARY + "x", HexFormat.of().formatHex(CANARY.getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(("a" + CANARY + "bc").getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(("ab" + CANARY).getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8)))) {
            assertTrue(hasCanary(form.getBytes(UTF_8)), form);
        }
        assertFalse(hasCanary(BODY.getBytes(UTF_8)));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the keychain is a shell script, in the place of Linux's")
    void aKilledProcessAndTheCommandsAfterIt_leaveItInNoFile() throws Exception {
        FakeSecretTool tool = new FakeSecretTool(Files.createDirectory(folder.resolve("keyring")));
        setUp(tool.keychain());
        assertEquals(List.of(), filesWithCanary());
        Process receiver = start(tool, "receive", "--port", "0");
        try (BufferedReader out = receiver.inputReader(UTF_8)) {
            post(out.readLine().substring("Listening on ".length()));
            assertFalse(hasCanary(commandLine(receiver)));
        } finally {
            receiver.destroyForcibly().waitFor();
        }
        assertEquals(List.of(), filesWithCanary());

        Path secret = Files.writeString(folder.resolve("secret.txt"), CANARY);
        try (RecordingServer target = RecordingServer.answering(200)) {
            String to = target.url("/").toString();
            output(tool, "replay", "1", "2", "--resign", "--json", "--to", to);
            output(tool, "send", "--provider", "github", "--type", "push", "--secret-file", secret.toString(), "--to",
                    to);
        }
        assertTrue(output(tool, "show", "1", "--json").contains("\"verdict\":\"valid\""));
        output(tool, "source", "rejudge", "Hub");
        output(tool, "export", "--format", "har");
        Path backup = data.resolve("backup.zip");
        try (Workbench workbench = Workbench.open(data, tool.keychain())) {
            workbench.events().upkeep().backup(backup);
        }
        assertTrue(Files.size(backup) > 0);
        assertEquals(List.of(), filesWithCanary());
        assertEquals(List.of(), unpackedWithCanary(backup));
        assertFalse(tool.asked().contains("canary"));
    }

    private Process start(FakeSecretTool tool, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), ReceiverProcess.Program.class.getName()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOOKGLASS_KEYCHAIN", "on");
        builder.environment().merge("PATH", tool.bin().toString(), (path, bin) -> bin + ":" + path);
        return builder.redirectErrorStream(true).start();
    }

    private static byte[] commandLine(Process process) throws IOException {
        Path file = Path.of("/proc/" + process.pid() + "/cmdline");
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private String output(FakeSecretTool tool, String... arguments) throws Exception {
        Process process = start(tool, arguments);
        byte[] out = process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), new String(out, UTF_8));
        assertFalse(hasCanary(out), new String(out, UTF_8));
        return new String(out, UTF_8);
    }

    @Test
    void withoutAKeychainAndWithAllThatCanBeLogged_itIsInItsOwnFileOnly() throws Exception {
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        try {
            setUp(Keychain.none("of the test"));
            try (Workbench workbench = Workbench.open(data)) {
                post(workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0)));
                Source hub = workbench.sources().find("Hub").orElseThrow();
                workbench.sources().replace(hub.withSecrets(List.of(new Secret("new", CANARY))));
                workbench.rejudging().await(hub.id(), _ -> {});
                assertEquals(List.of(Outcome.VALID, Outcome.INVALID, Outcome.MALFORMED),
                        workbench.events().newer(EventFilter.ALL, 0, 3).stream()
                                .map(event -> event.verdict().outcome()).toList());
            }
        } finally {
            root.setLevel(before);
        }

        assertTrue(Files.size(data.resolve("hookglass.log")) > 0);
        assertEquals(List.of("secrets.json"), filesWithCanary());
    }
}
