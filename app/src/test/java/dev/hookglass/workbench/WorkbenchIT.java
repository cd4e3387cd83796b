package dev.hookglass.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.folder.FolderInUse;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening, listening and closing. */
class WorkbenchIT {
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    @TempDir
    private Path parent;

    @Test
    void open_aFolderInUse_isRefusedAndHarmsNothing() throws Exception {
        Path folder = parent.resolve("data");
        try (Bench bench = new Bench(folder)) {
            assertThrows(FolderInUse.class, () -> Workbench.open(folder));

            assertEquals(200, bench.post("/x", BODY).statusCode());
        }
        try (Workbench again = Workbench.open(folder)) {
            assertEquals(1, again.events().older(EventFilter.ALL, Long.MAX_VALUE, 9).size());
        }
    }

    @Test
    void open_aFile_isAProblem() throws Exception {
        Path file = Files.writeString(parent.resolve("data"), "mine");

        assertThrows(Problem.class, () -> Workbench.open(file));

        assertEquals("mine", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources.json", "events.mv.db"})
    void open_garbageInTheFolder_isAProblemThatLeavesItAndLetsTheFolderGo(String name) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("data"));
        Path garbage = Files.writeString(folder.resolve(name), "garbage".repeat(2_000));

        for (int i = 0; i < 2; i++) {
            Problem problem = assertThrows(Problem.class, () -> Workbench.open(folder));
            assertTrue(problem.sentence().contains(garbage.toString()), problem.sentence());
        }
        assertEquals("garbage".repeat(2_000), Files.readString(garbage));

        Files.delete(garbage);
        Workbench.open(folder).close();
    }

    @Test
    void open_aBrokenProviderFile_isLeftOutAndTold() throws Exception {
        Path providers = Files.createDirectories(parent.resolve("data").resolve("providers"));
        Files.writeString(providers.resolve("mine.yaml"), "{{{ no yaml");

        try (Workbench workbench = Workbench.open(parent.resolve("data"))) {
            assertEquals(1, workbench.providers().problems().size());
            assertTrue(workbench.providers().find("optimizely-cmp").isPresent());
        }
    }

    @Test
    void listen_onAPortThatIsTaken_isAProblemAndTheOldReceiverGoesOn() throws Exception {
        try (Bench bench = new Bench(parent.resolve("data"));
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThrows(Problem.class,
                    () -> bench.workbench.listen(ReceiverSettings.at("127.0.0.1", taken.getLocalPort())));

            assertEquals(Optional.of(bench.url), bench.workbench.url());
            assertEquals(200, bench.post("/x", BODY).statusCode());
        }
    }

    @Test
    void listen_withHttpsOnTheSamePort_takesThePlaceOfTheOldReceiver() throws Exception {
        try (Bench bench = new Bench(parent.resolve("data"));
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            ReceiverSettings plain = bench.workbench.listening().orElseThrow();

            // The HTTPS port cannot be had: the old receiver goes on.
            ReceiverSettings impossible = plain.withHttps(taken.getLocalPort(), bench.workbench.certificate());
            assertThrows(Problem.class, () -> bench.workbench.listen(impossible));
            assertEquals(Optional.empty(), bench.workbench.httpsUrl());
            assertEquals(200, bench.post("/x", BODY).statusCode());

            assertEquals(bench.url, bench.workbench.listen(plain.withHttps(0, bench.workbench.certificate())));
            assertTrue(bench.workbench.httpsUrl().orElseThrow().startsWith("https://127.0.0.1:"));
            assertEquals(200, bench.post("/x", BODY).statusCode());

            assertEquals(bench.url, bench.workbench.listen(plain));
            assertEquals(Optional.empty(), bench.workbench.httpsUrl());
        }
    }

    @Test
    void onCommit_isCalledUntilItIsEnded() throws Exception {
        try (Bench bench = new Bench(parent.resolve("data"))) {
            Semaphore calls = new Semaphore(0);
            Runnable end = bench.workbench.onCommit(calls::release);
            bench.post("/x", BODY);
            assertTrue(calls.tryAcquire(20, TimeUnit.SECONDS));
            end.run();
            bench.post("/x", BODY);
            bench.post("/x", BODY);
            assertEquals(0, calls.availablePermits());
        }
    }

    @Test
    void close_underLoad_losesNothingThatWasAcknowledged() throws Exception {
        Path folder = parent.resolve("data");
        List<Future<Integer>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Bench bench = new Bench(folder);
            Semaphore acknowledged = new Semaphore(0);
            for (int i = 0; i < 8; i++) {
                senders.add(threads.submit(acknowledgedUntilRefused(bench, acknowledged)));
            }
            assertTrue(acknowledged.tryAcquire(100, 20, TimeUnit.SECONDS));
            bench.workbench.close();
            int sum = 0;
            for (Future<Integer> sender : senders) {
                sum += sender.get(20, TimeUnit.SECONDS);
            }
            bench.close();
            try (Workbench again = Workbench.open(folder)) {
                int stored = again.events().newer(EventFilter.ALL, 0, Integer.MAX_VALUE).size();
                assertTrue(stored >= sum, stored + " stored of " + sum + " acknowledged");
            }
        }
    }

    private static Callable<Integer> acknowledgedUntilRefused(Bench bench, Semaphore acknowledged) {
        return () -> {
            int count = 0;
            try {
                while (bench.post("/x", BODY).statusCode() == 200) {
                    count++;
                    acknowledged.release();
                }
            } catch (IOException closed) {
                // That is how it ends.
            }
            return count;
        };
    }

    @Test
    void close_twice_isOnce() throws Exception {
        Workbench workbench = Workbench.open(parent.resolve("data"));
        workbench.close();
        workbench.close();
    }
}
