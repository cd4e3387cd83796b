package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many large bodies at once fit into little memory: each is stored, or its sender is told to come later. */
class ParallelLargeBodiesIT {
    @TempDir
    private Path parent;

    @Test
    void moreThanALittleMemoryHolds() throws Exception {
        send(20, 6 << 20, "-Xmx128m");
    }

    @Test
    @Tag("long")
    void moreThanTheMemoryHolds() throws Exception {
        send(24, 12 << 20, "-Xmx512m");
    }

    @Test
    @Tag("long")
    void fiftyOf64MiB_in512MiB() throws Exception {
        send(50, 64 << 20, "-Xmx512m");
    }

    private void send(int number, int size, String memory) throws Exception {
        byte[] pattern = new byte[size];
        new Random(1).nextBytes(pattern);
        Path folder = parent.resolve("data");
        Map<Integer, List<Integer>> byStatus = new HashMap<>();
        long begin = System.nanoTime();
        try (ReceiverProcess receiver = new ReceiverProcess(List.of(memory), folder, "--max-body",
                Integer.toString(size));
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = URI.create(receiver.url()).getPort();
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                int which = i;
                answers.add(senders.submit(() -> post(port, which, pattern)));
            }
            for (int i = 0; i < number; i++) {
                byStatus.computeIfAbsent(answers.get(i).get(), _ -> new ArrayList<>()).add(i);
            }
            assertTrue(receiver.end());
            assertFalse(receiver.errors().stream().anyMatch(line -> line.contains("OutOfMemory")),
                    () -> receiver.errors().toString());
        }
        System.out.printf("%d bodies of %d MiB at %s: %d stored, %d to come later, %.1f s%n", number, size >> 20,
                memory,
                byStatus.getOrDefault(200, List.of()).size(), byStatus.getOrDefault(503, List.of()).size(),
                (System.nanoTime() - begin) / 1e9);
        String log = Files.readString(folder.resolve("hookglass.log"));
        assertFalse(log.contains("OutOfMemory"), log);
        assertTrue(byStatus.keySet().stream().allMatch(status -> status == 200 || status == 503), byStatus::toString);
        assertFalse(byStatus.getOrDefault(200, List.of()).isEmpty(), byStatus::toString);
        areStored(folder, byStatus.getOrDefault(200, List.of()), pattern);
    }

    /** Each that was answered with 200 is there, whole, and nothing of it is left elsewhere. */
    private static void areStored(Path folder, List<Integer> acknowledged, byte[] pattern) throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            List<EventSummary> stored = workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 100);
            for (int which : acknowledged) {
                EventSummary event = stored.stream()
                        .filter(each -> each.target().equals("/" + which))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Lost: " + which));
                assertEquals(Bytes.wrap(body(which, pattern)).sha256(), event.bodySha256());
                assertTrue(workbench.events().find(event.id()).orElseThrow().isIntact());
            }
        }
        try (Stream<Path> left = Files.list(folder.resolve("incoming"))) {
            assertEquals(0, left.count());
        }
    }

    private static byte[] body(int which, byte[] pattern) {
        byte[] body = pattern.clone();
        body[0] = (byte) which;
        return body;
    }

    private static int post(int port, int which, byte[] pattern) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(180_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(("POST /" + which + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + pattern.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(which);
                out.write(pattern, 1, pattern.length - 1);
            } catch (IOException answeredBefore) {
                // It need not read on what it has refused.
            }
            String line = new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()),
                    StandardCharsets.US_ASCII);
            return line.isEmpty() ? 0 : Integer.parseInt(line.substring("HTTP/1.1 ".length()));
        }
    }
}
