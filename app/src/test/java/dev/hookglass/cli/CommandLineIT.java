package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.workbench.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineIT {
    private static final String TASK = "{\"event_name\":\"task_added\",\"who\":\"Jürgen\"}";

    @TempDir
    private Path parent;
    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = parent.resolve("data");
    }

    /** What a command did. */
    private record Run(int exit, Bytes bytes, String err) {
        String out() {
            return bytes.utf8();
        }

        List<JsonNode> json() {
            return out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        }
    }

    private Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.toString()));
        int exit = CommandLineInterface.run(all.toArray(String[]::new), (_, _) -> {}, out, err);
        return new Run(exit, Bytes.wrap(out.toByteArray()), err.toString(UTF_8));
    }

    private Run done(String... arguments) {
        Run run = run(arguments);
        assertEquals(0, run.exit(), run.err());
        assertEquals("", run.err());
        return run;
    }

    private void assertOneSentence(int exit, Run run) {
        assertEquals(exit, run.exit(), run.err());
        assertEquals("", run.out());
        assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run.err());
        long lines = run.err().lines().count();
        // Wrong usage is followed by where to read more.
        assertTrue(lines == 1 || exit == 2 && lines == 2, run.err());
    }

    /** Sends requests as they are to a receiver on this folder, one connection each. */
    private void receive(byte[]... requests) throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            String url = workbench.listen(ReceiverSettings.at("127.0.0.1", 0));
            for (byte[] request : requests) {
                int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.setSoTimeout(20_000);
                    socket.getOutputStream().write(request);
                    assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), UTF_8));
                }
            }
        }
    }

    private static byte[] post(String path, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Once: 1\r\nCallback-Secret: s1\r\nContent-Length: "
                        + body.length + "\r\n\r\n").getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private void receiveThree() throws Exception {
        assertEquals(0,
                run("source", "add", "Shop", "--provider", "optimizely-cmp", "--path", "/shop", "--secret", "s1")
                        .exit());
        receive(post("/shop/x", TASK.getBytes(UTF_8)), post("/inbox", new byte[]{0, -1, 10, 13}),
                post("/shop/y", "{\"event_name\":\"asset_added\"}".getBytes(UTF_8)));
    }

    @Test
    void source_addListRemove() {
        assertEquals("Added the source Shop at /shop.\n", done("source", "add", "Shop", "--provider", "optimizely-cmp",
                "--path", "/shop/", "--secret", "canary", "--public-url", "https://example.com/s").out());

        JsonNode shop = done("source", "list", "--json").json().get(3);
        assertEquals("{\"name\":\"Shop\",\"provider\":\"optimizely-cmp\",\"path\":\"/shop\",\"secrets\":1,"
                + "\"publicUrl\":\"https://example.com/s\",\"reply\":{\"answer\":\"expected\",\"whenBad\":null,"
                + "\"headers\":[],\"body\":\"\"}}", shop.toString());
        String list = done("source", "list").out();
        assertTrue(list.contains("Shop") && list.contains("1 secret") && !list.contains("canary"), list);

        done("source", "remove", "shop");
        assertFalse(done("source", "list").out().contains("Shop"));
    }

    @Test
    void source_aSecretFromAFile_endsBeforeItsLineBreak() throws Exception {
        Path file = Files.writeString(parent.resolve("secret"), "s1\n");
        done("source", "add", "Shop", "--provider", "optimizely-cmp", "--path", "/shop", "--secret-file",
                file.toString());
        receive(post("/shop", TASK.getBytes(UTF_8)));

        assertEquals("valid", done("events", "--json").json().getFirst().get("verdict").stringValue());
    }

    @Test
    void providers_areListedWithTheirTypes() {
        JsonNode cmp = done("providers", "--json").json().stream()
                .filter(provider -> provider.get("id").stringValue().equals("optimizely-cmp")).findFirst()
                .orElseThrow();

        assertEquals("header-equals", cmp.get("scheme").stringValue());
        assertTrue(cmp.get("types").size() > 40);
        assertEquals(List.of("id", "name", "scheme", "types", "acknowledge", "retry"),
                List.copyOf(cmp.propertyNames()));
        assertEquals("{\"status\":[200,202],\"within\":\"PT30S\"}", cmp.get("acknowledge").toString());
        assertEquals("{\"backoff\":\"exponential\",\"every\":null,\"for\":\"PT72H\"}", cmp.get("retry").toString());
        assertTrue(done("providers", "github", "--json").json().getFirst().get("retry").isNull());
        assertTrue(done("providers").out().contains("optimizely-campaign"));
        assertFalse(Files.exists(folder));
    }

    @Test
    void providers_theFileOfOne_canBecomeOneOfTheUsersOwn() throws Exception {
        String stripe = done("providers", "stripe").out();
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(folder.resolve("providers").resolve("mine.yaml"), stripe.replace("id: stripe", "id: mine"));

        assertEquals("hmac", done("providers", "mine", "--json").json().getFirst().get("scheme").stringValue());
        assertTrue(done("providers", "mine").out().startsWith("# Stripe."));
        assertOneSentence(1, run("providers", "no-such"));
    }

    @Test
    void source_change_changesWhatIsGivenAndNothingElse() throws Exception {
        done("source", "add", "Shop", "--provider", "optimizely-cmp", "--path", "/shop", "--secret", "right", "--reply",
                "503, 202@50ms", "--reply-header", "X-A: 1", "--reply-header", "Content-Type: application/json",
                "--reply-body", "{}");

        assertEquals("Changed the source Shop.\n", done("source", "change", "shop", "--when-bad", "401").out());
        JsonNode reply = done("source", "list", "--json").json().get(3).get("reply");
        assertEquals("{\"answer\":\"503, 202 after 50 ms\",\"whenBad\":\"401\",\"headers\":[[\"X-A\",\"1\"],"
                + "[\"Content-Type\",\"application/json\"]],\"body\":\"{}\"}", reply.toString());

        done("source", "change", "Shop", "--when-bad", "same", "--reply", "drop", "--reply-header", "", "--reply-body",
                "");
        assertTrue(done("source", "list").out().contains("answers drop"));
        assertEquals(2, run("source", "change", "Shop").exit());
        assertEquals(1, run("source", "change", "Shop", "--reply", "99").exit());
        assertEquals(1, run("source", "change", "Inbox", "--reply", "500").exit());
    }

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
    void events_listsTheNewestFirst() throws Exception {
        receiveThree();

        List<JsonNode> events = done("events", "--json").json();

        assertEquals(List.of(3, 2, 1), events.stream().map(event -> event.get("id").intValue()).toList());
        JsonNode first = events.getLast();
        assertEquals(
                List.of("id", "receivedAt", "source", "provider", "method", "target", "remote", "type", "items", "key",
                        "verdict", "reason", "attempt", "status", "bodyBytes", "bodySha256", "reply",
                        "answeredAfterMillis", "handshake"),
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
    void stats_countWhatCameOfEverything() throws Exception {
        receiveThree();
        try (Workbench workbench = Workbench.open(folder)) {
            workbench.events().append(
                    new Rejection(Instant.EPOCH, "127.0.0.1:1", Rejection.Reason.TOO_LARGE, "large"));
        }

        JsonNode stats = done("stats", "--json").json().getFirst();

        assertEquals(4, stats.get("received").intValue());
        assertEquals(3, stats.get("stored").intValue());
        assertEquals("{\"too large\":1}", stats.get("rejected").toString());
        assertTrue(stats.get("fileBytes").intValue() > 0);
        assertTrue(done("stats").out().contains("too large  1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show 7", "replay 7 --to http://127.0.0.1:1/", "replay 1 --to nowhere",
            "replay 1 --to ftp://127.0.0.1/", "send --provider nobody --type x --to http://127.0.0.1:1/",
            "send --provider optimizely-cmp --type nothing --to http://127.0.0.1:1/",
            "send --provider optimizely-cmp --type task_added --to nowhere",
            "send --provider optimizely-cmp --type task_added --to http://127.0.0.1:1/ --items 2",
            "send --provider optimizely-campaign --type bounce --to http://127.0.0.1:1/ --items 101",
            "send --provider optimizely-cmp --type task_added --to http://127.0.0.1:1/ --secret-file no/such/file",
            "source remove nobody", "source remove inbox", "source add x --provider nobody --path /x",
            "source add cmp --provider generic --path /x", "source add x --provider generic --path x",
            "receive --bind 192.0.2.1 --port 0"})
    void whatCannotBeDone_isOneSentence(String command) {
        assertOneSentence(1, run(command.split(" ")));
        // And the folder is let go.
        assertEquals(0, run("stats").exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"events --filter colour:red", "events --filter \"x", "events --colour", "nonsense", "show",
            "show abc", "show 1 --head --body", "replay 1", "source", "source add x", "events --limit many",
            "events --limit 0", "receive --port 70000", "receive --port -1", "--port 70000", "send --provider x"})
    void whatIsWrongUsage_isToldAndIsExit2(String command) {
        assertOneSentence(2, run(command.split(" ")));
    }

    @Test
    void source_aSecretThatIsTooLong_isNotRepeated() {
        Run run = run("source", "add", "x", "--provider", "optimizely-cmp", "--path", "/x", "--secret",
                "canary".repeat(6));

        assertOneSentence(1, run);
        assertTrue(run.err().contains("at most 32") && !run.err().contains("canary"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "show 1", "stats", "source list", "receive --port 0",
            "replay 1 --to http://127.0.0.1:1/"})
    void aFolderInUse_isOneSentenceAndHarmsNothing(String command) throws Exception {
        try (Workbench held = Workbench.open(folder)) {
            Run run = run(command.split(" "));

            assertOneSentence(1, run);
            assertTrue(run.err().contains("open in another Hookglass"), run.err());
            assertEquals(0, held.events().tallies().size());
        }
    }

    @Test
    void help_namesTheCommands() {
        String help = done("--help").out();

        for (String command : List.of("receive", "source", "providers", "events", "show", "replay", "send", "stats")) {
            assertTrue(help.contains("  " + command), help);
        }
    }

    @Test
    void events_whatWasReceived_doesNotSteerTheTerminal() throws Exception {
        receive(post("/x", "{\"type\":\"a\\u001b[31mb\\u202ec\"}".getBytes(UTF_8)));

        String out = done("events").out();

        assertTrue(out.contains("a\ufffd[31mb\ufffdc"), out);
    }
}
