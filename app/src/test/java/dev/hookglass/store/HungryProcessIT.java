package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.filter.EventFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process whose memory runs out while it stores: it goes on afterwards or refuses all and says so, tells each sender what
 * became of its event, and has what it acknowledged.
 */
@Tag("long")
class HungryProcessIT {
    private static final int ROUNDS = 4;

    @TempDir
    private Path parent;

    @Test
    void memoryRunsOutAgainAndAgain_nothingAcknowledgedIsLost() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("data"));
        Path told = parent.resolve("told.txt");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), HungryProcess.class.getName(), folder.toString(),
                Integer.toString(ROUNDS)).redirectErrorStream(true).redirectOutput(told.toFile()).start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), () -> "It does not go on");
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<String> lines = Files.readAllLines(told);
        assertTrue(lines.contains("unanswered 0"), lines::toString);
        boolean recovers = lines.stream().filter("recovered"::equals).count() == ROUNDS;
        assertTrue(recovers || lines.stream().anyMatch(line -> line.startsWith("trouble The event was not stored")),
                lines::toString);
        assertTrue(lines.stream().noneMatch("refused 0"::equals), "Memory never ran out");
        List<Long> acknowledged = lines.stream()
                .filter(line -> line.startsWith("stored "))
                .map(line -> Long.valueOf(line.substring("stored ".length())))
                .toList();
        assertEquals(acknowledged.size(), acknowledged.stream().distinct().count());
        try (EventStore store = EventStore.open(folder, () -> {})) {
            for (long id : acknowledged) {
                assertTrue(store.find(id).orElseThrow(() -> new AssertionError("Lost: " + id)).isIntact(),
                        () -> "Damaged: " + id);
            }
            assertEquals(store.newer(EventFilter.ALL, 0, Integer.MAX_VALUE).size(),
                    store.tallies().getFirst().events());
        }
    }
}
