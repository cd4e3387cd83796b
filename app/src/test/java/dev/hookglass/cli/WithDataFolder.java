package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.workbench.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a data folder of their own, anew for each test. */
abstract class WithDataFolder {
    static final String TASK = "{\"event_name\":\"task_added\",\"who\":\"Jürgen\"}";

    @TempDir
    Path parent;
    Path folder;

    @BeforeEach
    final void nameTheFolder() {
        folder = parent.resolve("data");
    }

    final Run run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return Run.of(all.toArray(String[]::new));
    }

    final Run done(String... arguments) {
        Run run = run(arguments);
        assertEquals(0, run.exit(), run.err());
        assertEquals("", run.err());
        return run;
    }

    static void assertOneSentence(int exit, Run run) {
        assertEquals(exit, run.exit(), run.err());
        assertEquals("", run.out());
        assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run.err());
        long lines = run.err().lines().count();
        // Wrong usage is followed by where to read more.
        assertTrue(lines == 1 || exit == 2 && lines == 2, run.err());
    }

    /** Sends requests as they are to a receiver on this folder, one connection each. */
    final void receive(byte[]... requests) throws Exception {
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

    static byte[] post(String path, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Once: 1\r\nCallback-Secret: s1\r\nContent-Length: "
                        + body.length + "\r\n\r\n").getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    final void receiveThree() throws Exception {
        assertEquals(0,
                run("source", "add", "Shop", "--provider", "optimizely-cmp", "--path", "/shop", "--secret", "s1")
                        .exit());
        receive(post("/shop/x", TASK.getBytes(UTF_8)), post("/inbox", new byte[]{0, -1, 10, 13}),
                post("/shop/y", "{\"event_name\":\"asset_added\"}".getBytes(UTF_8)));
    }
}
