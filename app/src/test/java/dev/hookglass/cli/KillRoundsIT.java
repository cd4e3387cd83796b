package dev.hookglass.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.store.UnreadableStore;
import dev.hookglass.workbench.Workbench;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise, tried thirty times: whatever was answered with 2xx is in the file, once and unchanged, though the process was
 * killed at a random moment under load. A control with commits that are written later must fail the same test, or the test
 * would prove nothing.
 */
@Tag("long")
class KillRoundsIT {
    private static final int ROUNDS = 10;
    private static final int MOST_CONTROL_ROUNDS = 5;
    private static final int CLIENTS = 64;
    private static final int MOST_TO_ACKNOWLEDGE = 1_500;
    private static final Duration MOST_TO_BE_READY = Duration.ofSeconds(5);

    @TempDir
    private Path parent;

    /** Begins a new folder with each repetition, so that the file stays below a few gigabytes. */
    @RepeatedTest(3)
    void receive_killedAgainAndAgain_losesNothingThatItAcknowledged(RepetitionInfo repetition) throws Exception {
        Path folder = parent.resolve("data");
        KilledLedger ledger = new KilledLedger();
        Random random = new Random(repetition.getCurrentRepetition());
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            try (ReceiverProcess receiver = new ReceiverProcess(folder)) {
                String url = receiver.url();
                Duration toBeReady = Duration.ofNanos(System.nanoTime() - start);
                // On a machine that is busy with other things, it is not to blame for the time it was not given.
                assertTrue(toBeReady.compareTo(MOST_TO_BE_READY) <= 0
                        || receiver.cpuTime().compareTo(MOST_TO_BE_READY) <= 0, "ready after " + toBeReady);
                loadAndKill(receiver, url, ledger, random);
            }
            assertEquals(Set.of(), missing(ledger, folder), "acknowledged, but not in the file");
            assertEquals(Set.of(), ledger.notAsSent(), "listed, but not as they were sent");
        }
    }

    @Test
    void control_commitsAreWrittenLater_losesWhatItAcknowledged() throws Exception {
        Path folder = parent.resolve("data");
        KilledLedger ledger = new KilledLedger();
        Random random = new Random(9);
        Set<String> missing = Set.of();
        boolean isToldToLack = false;
        for (int round = 1; round <= MOST_CONTROL_ROUNDS && missing.isEmpty() && !isToldToLack
                && ledger.notAsSent().isEmpty(); round++) {
            try (ReceiverProcess receiver = new ReceiverProcess(LateWritingProgram.class, folder,
                    List.of(folder.toString()))) {
                loadAndKill(receiver, receiver.url(), ledger, random);
            }
            try {
                missing = missing(ledger, folder);
            } catch (UnreadableStore e) {
                // More is lost than the journal has, which is why it is not opened.
                isToldToLack = true;
            }
        }
        assertTrue(isToldToLack || !missing.isEmpty() || !ledger.notAsSent().isEmpty(),
                "nothing was lost without durability: this test finds nothing");
    }

    private static void loadAndKill(ReceiverProcess receiver, String url, KilledLedger ledger, Random random)
            throws InterruptedException {
        int port = URI.create(url).getPort();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                Random own = new Random(random.nextLong());
                clients.execute(() -> ledger.postUntilItFails(port, own));
            }
            int enough = ledger.acknowledged().size() + random.nextInt(MOST_TO_ACKNOWLEDGE);
            try {
                await().pollInterval(5, TimeUnit.MILLISECONDS).atMost(60, TimeUnit.SECONDS)
                        .until(() -> ledger.acknowledged().size() >= enough);
            } finally {
                // The clients go on until it is gone.
                receiver.kill();
            }
        }
    }

    private static Set<String> missing(KilledLedger ledger, Path folder) throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            ledger.readStored(workbench.events());
        }
        Set<String> missing = new TreeSet<>(ledger.acknowledged());
        missing.removeAll(ledger.stored());
        return missing;
    }
}
