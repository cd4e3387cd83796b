package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hookglass receive} as a process of its own, since it ends only with its process. */
class ReceiveCommandIT {
    private static final int CLIENTS = 16;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;
    private static final int LARGEST_BODY = 200_000;

    @TempDir
    private Path parent;

    @Test
    void receive_printsItsUrlAndEachEventAndEndsInOrder() throws Exception {
        Path folder = parent.resolve("data");
        try (ReceiverProcess receiver = new ReceiverProcess(folder, "--json");
                HttpClient http = HttpClient.newHttpClient()) {
            assertEquals(200, post(http, receiver.url(), Bytes.ofUtf8("{\"type\":\"created\"}").array()));
            assertTrue(receiver.line(text -> text.startsWith("{")).contains("\"type\":\"created\""));

            assertTrue(receiver.end());
            // The virtual machine's own warnings aside.
            assertFalse(receiver.errors().stream().anyMatch(text -> text.contains("Exception")
                    || text.contains("\tat ")), () -> receiver.errors().toString());
        }
        try (Workbench workbench = Workbench.open(folder)) {
            assertEquals(1, workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 9).size());
        }
    }

    @Test
    void receive_stoppedUnderLoad_printsWhatItTook_andEndsWithoutAWord() throws Exception {
        Path folder = parent.resolve("data");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (ReceiverProcess receiver = new ReceiverProcess(folder);
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            load(receiver.url(), http, clients, 0, acknowledged);
            assertTrue(receiver.end());
            // The virtual machine's own warnings aside.
            assertEquals(List.of(), receiver.errors().stream()
                    .filter(text -> !text.startsWith("WARNING") && !text.contains("VM warning")).toList());
            Set<String> stored = storedBodies(folder);
            assertEquals(Set.of(), minus(acknowledged, stored), "acknowledged, but not in the file");
            assertEquals(stored.size(), receiver.lines().filter(text -> text.contains("POST /x")).count());
        }
    }

    /** The promise: a 2xx means that the event is in the file, whatever happens to the process. */
    @RepeatedTest(3)
    void receive_killedUnderLoad_losesNothingThatItAcknowledged(RepetitionInfo round) throws Exception {
        Path folder = parent.resolve("data");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (ReceiverProcess receiver = new ReceiverProcess(folder);
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            load(receiver.url(), http, clients, round.getCurrentRepetition() * 1_000L, acknowledged);
            receiver.kill();
        }
        assertEquals(Set.of(), minus(acknowledged, storedBodies(folder)), "acknowledged, but not in the file");
    }

    /** Has all clients send until they cannot any more; returns once enough is acknowledged. */
    private static void load(String url, HttpClient http, ExecutorService clients, long seed,
            Set<String> acknowledged) {
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(seed + client);
            clients.execute(() -> postUntilItFails(http, url, random, acknowledged));
        }
        Awaitility.await().atMost(60, TimeUnit.SECONDS)
                .until(() -> acknowledged.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
    }

    private static void postUntilItFails(HttpClient http, String url, Random random, Set<String> acknowledged) {
        try {
            while (true) {
                byte[] body = new byte[16 + random.nextInt(random.nextInt(1, LARGEST_BODY))];
                random.nextBytes(body);
                if (post(http, url, body) == 200) {
                    acknowledged.add(Bytes.wrap(body).sha256());
                }
            }
        } catch (IOException | InterruptedException killed) {
            // The receiver is gone, as it should be.
        }
    }

    private static int post(HttpClient http, String url, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/x"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static Set<String> storedBodies(Path folder) throws Exception {
        Set<String> hashes = new HashSet<>();
        try (Workbench workbench = Workbench.open(folder)) {
            List<EventSummary> events = workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 1_000_000);
            for (EventSummary event : events) {
                CapturedEvent whole = workbench.events().find(event.id()).orElseThrow();
                assertTrue(whole.isIntact(), () -> "event " + event.id() + " is damaged");
                assertTrue(hashes.add(event.bodySha256()), () -> "event " + event.id() + " is there twice");
            }
        }
        return hashes;
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
