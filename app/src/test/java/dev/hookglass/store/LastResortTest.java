package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastResortTest {
    @TempDir
    private Path folder;

    @Test
    void lastEnd_isToldOnce_andOnlyIfItWasNoted() throws Exception {
        assertEquals(Optional.empty(), LastResort.lastEnd(folder));
        Files.writeString(folder.resolve("ended.txt"), LastResort.SENTENCE);
        assertTrue(LastResort.lastEnd(folder).orElseThrow().sentence().contains("HOOKGLASS_JAVA_OPTS"));
        assertEquals(Optional.empty(), LastResort.lastEnd(folder));
    }
}
