package dev.hookglass.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands are run by the real shell and sent by the real curl. */
class CurlCommandIT {
    static Stream<Bytes> bodies() {
        byte[] binary = new byte[3_000];
        new Random(7).nextBytes(binary);
        return Stream.of(Bytes.EMPTY, Bytes.ofUtf8("{\"a\":\"it's 100 % $HOME `id` \\\\ \\n “é”\"}\n"),
                Bytes.ofUtf8("@not-a-file"), Bytes.wrap(binary), Bytes.ofLatin1("caf\u00e9"),
                Bytes.ofUtf8("x".repeat(300_000)), Bytes.ofUtf8("two\r\nlines\n"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is one of a POSIX shell")
    void posixCommand_sendsTheSameRequest(Bytes body) throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            String head = "POST /a%2Fb/../c;x=1?q=[1]&z={2} HTTP/1.1\r\nHost: 127.0.0.1:" + target.port() + "\r\n"
                    + "Content-Type: application/json\r\nX-Quote: it's \"quoted\" $x\r\nX-Dup: 1\r\nX-Dup: 2\r\n"
                    + "X-Empty:\r\nX-Latin: caf\u00e9 100%\\\r\nContent-Length: " + body.size() + "\r\n\r\n";
            ExportedEvent event = Exports.event(head, body);

            run(Exports.written(ExportFormat.CURL, event).utf8());

            Bytes sent = target.take();
            RequestHead got = RequestHead.parse(headOf(sent));
            assertEquals("POST", got.method());
            assertEquals("/a%2Fb/../c;x=1?q=[1]&z={2}", got.target());
            assertEquals(body, bodyOf(sent));
            List<Header> wanted = event.head().headers().stream().filter(header -> !header.is("Content-Length"))
                    .toList();
            assertEquals(wanted, got.headers().stream().filter(header -> !header.is("Content-Length")).toList());
            assertEquals(List.of("" + body.size()), got.all("Content-Length"));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is one of a POSIX shell")
    void posixCommand_ofAHeadRequest_endsByItself() throws Exception {
        try (RecordingServer target = RecordingServer.answering(200)) {
            run(Exports.written(ExportFormat.CURL,
                    Exports.event("HEAD / HTTP/1.1\r\nHost: 127.0.0.1:" + target.port() + "\r\n\r\n", Bytes.EMPTY))
                    .utf8());
            assertEquals("HEAD", RequestHead.parse(target.take()).method());
        }
    }

    @Test
    void secrets_areRedacted() throws IOException {
        ExportedEvent event = Exports.event("POST / HTTP/1.1\r\nHost: x\r\nCallback-Secret: s3cret\r\n\r\n",
                Bytes.ofUtf8("{}"));
        for (ExportFormat format : ExportFormat.values()) {
            String text = Exports.written(format, event).utf8();
            assertFalse(text.contains("s3cret"), format + ": " + text);
            assertTrue(format == ExportFormat.CSV || text.contains("REDACTED"), format + ": " + text);
        }
    }

    @Test
    void windowsCommands_quoteWhatTheirShellsRead() throws IOException {
        ExportedEvent event = Exports.event(
                """
                        POST /a?b=1&c=%20 HTTP/1.1\r
                        Host: x\r
                        Content-Type: a/b\r
                        User-Agent: it's "q" %PATH%\r
                        Accept: a\r
                        \r
                        """,
                Bytes.ofUtf8("{}"));

        String prompt = Exports.written(ExportFormat.CMD, event).utf8();
        assertTrue(prompt.contains("^\"http://x/a?b=1^&c=^%20^\""), prompt);
        assertTrue(prompt.contains("--header ^\"User-Agent: it's \\^\"q\\^\" ^%PATH^%^\""), prompt);
        assertTrue(prompt.contains("FromBase64String('e30=')"), prompt);

        String powerShell = Exports.written(ExportFormat.POWERSHELL, event).utf8();
        assertTrue(powerShell.contains("'User-Agent: it''s \\\"q\\\" %PATH%'"), powerShell);
        assertTrue(powerShell.contains("FromBase64String('e30=')"), powerShell);
    }

    private static void run(String command) throws IOException, InterruptedException {
        assertTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl"))),
                "This test runs curl, which is not on the PATH; install it.");
        Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        try (OutputStream in = shell.getOutputStream()) {
            in.write(command.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), output + "\n" + command);
    }

    private static Bytes headOf(Bytes request) {
        return Bytes.ofLatin1(request.latin1().replaceFirst("(?s)\r\n\r\n.*", "\r\n\r\n"));
    }

    private static Bytes bodyOf(Bytes request) {
        String text = request.latin1();
        return Bytes.ofLatin1(text.substring(text.indexOf("\r\n\r\n") + 4));
    }
}
