package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static org.awaitility.Awaitility.await;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening files that are not as they should be. */
class OpeningIT {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("events.mv.db");
    }

    private EventStore open() throws Problem {
        return EventStore.open(folder, () -> {});
    }

    private void assertRefused(byte[] content) throws Exception {
        Files.write(file, content);

        Problem problem = assertThrows(Problem.class, this::open);

        assertTrue(problem.sentence().contains(file.toString()), problem.sentence());
        assertTrue(problem.sentence().endsWith("."), problem.sentence());
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    private byte[] filled() throws Exception {
        try (EventStore store = open()) {
            for (int i = 0; i < 50; i++) {
                byte[] body = new byte[20_000];
                new Random(i).nextBytes(body);
                Captures.stored(store, Captures.draft().body(Bytes.wrap(body)));
            }
        }
        return Files.readAllBytes(file);
    }

    private void inSql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("events"),
                "hookglass",
                ""); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void open_anEmptyFile_isRefused() throws Exception {
        assertRefused(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4_096, 20_000, 100_000})
    void open_garbage_isRefused(int size) throws Exception {
        byte[] garbage = new byte[size];
        new Random(size).nextBytes(garbage);
        assertRefused(garbage);
    }

    @Test
    void open_anotherProgramsFile_isRefused() throws Exception {
        assertRefused("SQLite format 3\0".repeat(1_000).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void open_aTruncatedFile_isRefused(double part) throws Exception {
        byte[] whole = filled();
        assertRefused(Arrays.copyOf(whole, (int) (whole.length * part)));
    }

    @Test
    void open_aFileWithItsBeginningZeroed_isRefused() throws Exception {
        byte[] content = filled();
        Arrays.fill(content, 0, 8_192, (byte) 0);
        assertRefused(content);
    }

    @Test
    void open_aDatabaseOfANewerHookglass_isRefusedInWordsAndLetGo() throws Exception {
        open().close();
        inSql("INSERT INTO schema_step VALUES (99)");

        for (int i = 0; i < 2; i++) {
            Problem problem = assertThrows(Problem.class, this::open);
            assertTrue(problem.sentence().contains("newer Hookglass"), problem.sentence());
        }

        inSql("DELETE FROM schema_step WHERE number = 99");
        open().close();
    }

    /** As after a kill in the middle of the very first start. */
    @Test
    void open_aSchemaStepThatWasNotFinished_isFinished() throws Exception {
        open().close();
        inSql("DELETE FROM schema_step", "DROP TABLE attempt", "DROP INDEX event_by_key_hash", "DROP TABLE rejection");

        try (EventStore store = open()) {
            assertEquals(1, Captures.stored(store, Captures.draft().key("a")).id());
            assertEquals(0, store.rejections().size());
            assertEquals(0, store.attempts().ofEvent(1).size());
        }
    }

    @Test
    void open_aFileWithTablesMissing_isRefusedAndLetGo() throws Exception {
        open().close();
        inSql("DROP TABLE event");

        assertThrows(Problem.class, this::open);

        inSql("SELECT 1");
    }

    @Test
    void open_aFolderInItsPlace_isRefused() throws Exception {
        Files.createDirectories(file.resolve("x"));

        assertThrows(Problem.class, this::open);
    }

    /** H2 would take what follows the semicolon for settings. */
    @Test
    void open_aPathWithASemicolon_isRefused() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("a;INIT=x"));

        Problem problem = assertThrows(Problem.class, () -> EventStore.open(odd, () -> {}));

        assertTrue(problem.sentence().contains("semicolon"), problem.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ü", "it's", "100%", "~", "a#b", "$x"})
    void open_anOddPath_isTakenAsItIs(String name) throws Exception {
        Path odd = Files.createDirectory(folder.resolve(name));

        EventStore.open(odd, () -> {}).close();

        assertTrue(Files.exists(odd.resolve("events.mv.db")));
    }

    @Test
    void theFile_isItsOwnersOnly() throws Exception {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        open().close();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void open_whatAnotherProcessHas_isRefusedAndKeepsWhatItStoredWhenKilled() throws Exception {
        Path told = folder.resolve("told.txt");
        Process writer = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), StoringProcess.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> !writer.isAlive() || Files.readString(told).contains("stored 200\n"));
            assertTrue(writer.isAlive(), () -> "The other process ended");
            Problem problem = assertThrows(Problem.class, this::open);
            assertTrue(problem.sentence().contains("another program"), problem.sentence());
        } finally {
            writer.destroyForcibly().waitFor();
        }
        long acknowledged = Files.readString(told).lines().filter(line -> line.startsWith("stored ")).count();
        try (EventStore store = open()) {
            for (long id = 1; id <= acknowledged; id++) {
                assertTrue(store.find(id).orElseThrow().isIntact());
            }
            assertTrue(store.tallies().getFirst().events() >= acknowledged);
        }
    }
}
