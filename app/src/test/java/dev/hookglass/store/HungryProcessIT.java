package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.filter.EventFilter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process whose memory runs out while it stores: it goes on afterwards and tells each sender what became of its event, or
 * ends and says so. It has what it acknowledged.
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
        Path stored = parent.resolve("stored");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), HungryProcess.class.getName(), folder.toString(),
                Integer.toString(ROUNDS), stored.toString()).redirectErrorStream(true)
                .redirectOutput(told.toFile()).start();
        try {
            assertTrue(process.waitFor(150, TimeUnit.SECONDS), () -> "It does not go on");
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<String> lines = Files.readAllLines(told);
        if (!lines.contains(LastResort.SENTENCE)) {
            assertTrue(lines.contains("unanswered 0"), lines::toString);
            assertEquals(ROUNDS, lines.stream().filter("recovered"::equals).count(), lines::toString);
            assertTrue(lines.stream().noneMatch("refused 0"::equals), "Memory never ran out");
        }
        List<Long> acknowledged = LongStream.of(longs(stored)).takeWhile(id -> id > 0).boxed().toList();
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

    private static long[] longs(Path file) throws IOException {
        LongBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
        long[] longs = new long[buffer.remaining()];
        buffer.get(longs);
        return longs;
    }
}
