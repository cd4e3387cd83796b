package dev.hookglass.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    private Path parent;

    /** Tries to open a data folder in another process and says what came of it. */
    static final class Other {
        public static void main(String[] arguments) {
            try {
                DataFolder.open(Path.of(arguments[0])).close();
                System.exit(0);
            } catch (FolderInUse e) {
                System.exit(3);
            } catch (Problem e) {
                System.exit(4);
            }
        }
    }

    private int openInAnotherProcess(Path folder) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Other.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(parent.resolve("other.txt").toFile())
                .start();
        assertTrue(other.waitFor(60, TimeUnit.SECONDS));
        return other.exitValue();
    }

    @Test
    void open_aNewFolder_makesItForItsOwnerOnly() throws Exception {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path path = parent.resolve("a").resolve("b");
        try (DataFolder folder = DataFolder.open(path)) {
            assertEquals("rwx------", mode(folder.path()));
            assertEquals("rw-------", mode(folder.resolve("hookglass.lock")));
            assertEquals("rw-------", mode(folder.resolve("hookglass.log")));
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void open_aFolderInUse_isRefusedHereAndInOtherProcesses() throws Exception {
        Path path = parent.resolve("data");
        try (DataFolder held = DataFolder.open(path)) {
            FolderInUse refused = assertThrows(FolderInUse.class, () -> DataFolder.open(path));
            assertTrue(refused.sentence().contains(Long.toString(ProcessHandle.current().pid())), refused.sentence());
            // Closing the second try must not have given the lock away.
            assertEquals(3, openInAnotherProcess(held.path()));
        }
        assertEquals(0, openInAnotherProcess(path));
        DataFolder.open(path).close();
    }

    @Test
    void open_byAnotherName_isTheSameFolder() throws Exception {
        Path path = parent.resolve("data");
        try (DataFolder held = DataFolder.open(path)) {
            Path link = Files.createSymbolicLink(parent.resolve("link"), held.path());
            assertThrows(FolderInUse.class, () -> DataFolder.open(link));
            assertThrows(FolderInUse.class, () -> DataFolder.open(path.resolve("..").resolve("data")));
        }
    }

    @Test
    void open_aFile_isAProblemAndLeavesTheFile() throws Exception {
        Path file = Files.writeString(parent.resolve("data"), "mine");

        Problem problem = assertThrows(Problem.class, () -> DataFolder.open(file));

        assertTrue(problem.sentence().contains("is a file"), problem.sentence());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void open_belowAFile_isAProblem() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "mine");

        Problem problem = assertThrows(Problem.class, () -> DataFolder.open(file.resolve("data")));

        assertTrue(problem.sentence().contains("--data"), problem.sentence());
    }

    @Test
    void open_whatCannotBeLocked_isAProblem() throws Exception {
        Path path = Files.createDirectories(parent.resolve("data"));
        Files.createDirectory(path.resolve("hookglass.lock"));

        assertThrows(Problem.class, () -> DataFolder.open(path));

        Files.delete(path.resolve("hookglass.lock"));
        DataFolder.open(path).close();
    }

    @Test
    void open_afterAHolderThatEnded_isFree() throws Exception {
        Path path = Files.createDirectories(parent.resolve("data"));
        Files.writeString(path.resolve("hookglass.lock"), "123456789");

        DataFolder.open(path).close();
    }

    @Test
    void theLog_hasOneLineForAnEntryWhateverItHolds() throws Exception {
        Path path = parent.resolve("data");
        try (DataFolder folder = DataFolder.open(path)) {
            LoggerFactory.getLogger(DataFolderTest.class).warn("first\r\nsecond \u001b[31m");
            List<String> lines = Files.readAllLines(folder.resolve("hookglass.log"));
            assertEquals(1, lines.size());
            assertTrue(lines.getFirst().contains("WARN"), lines.getFirst());
            assertFalse(lines.getFirst().contains("\u001b"), lines.getFirst());
        }
        LoggerFactory.getLogger(DataFolderTest.class).warn("later");
        assertEquals(1, Files.readAllLines(path.resolve("hookglass.log")).size());
    }

    @Test
    void defaultPath_isTheOperatingSystemsPlace() {
        assertEquals(HOME.resolve(".local/share/hookglass"), DataFolder.defaultPath("Linux", HOME, Map.of()));
        assertEquals(Path.of("/xdg/hookglass"),
                DataFolder.defaultPath("Linux", HOME, Map.of("XDG_DATA_HOME", "/xdg")));
        assertEquals(HOME.resolve(".local/share/hookglass"),
                DataFolder.defaultPath("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")));
        assertEquals(HOME.resolve("Library/Application Support/Hookglass"),
                DataFolder.defaultPath("Mac OS X", HOME, Map.of()));
        assertEquals(HOME.resolve("AppData/Local/Hookglass"), DataFolder.defaultPath("Windows 11", HOME, Map.of()));
        assertEquals(Path.of("/local/Hookglass"),
                DataFolder.defaultPath("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local")));
    }

    @Test
    void write_replacesTheWholeFileAndLeavesNothingElse() throws Exception {
        Path file = parent.resolve("file");
        OwnerOnly.write(file, new byte[100_000]);
        Files.writeString(parent.resolve("file.new"), "left by a crash");

        OwnerOnly.write(file, new byte[]{1, 2, 3});

        assertArrayEquals(new byte[]{1, 2, 3}, Files.readAllBytes(file));
        assertFalse(Files.exists(parent.resolve("file.new")));
    }
}
