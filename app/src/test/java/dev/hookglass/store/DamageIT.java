package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A database file with damage either opens whole or is refused unchanged; it never becomes a new, empty history. */
class DamageIT {
    private static final int EVENTS = 200;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("events.mv.db");
    }

    private static byte[] body(long seed) {
        byte[] body = new byte[5_000];
        new Random(seed).nextBytes(body);
        return body;
    }

    private static void fill(EventStore store) throws Exception {
        for (int i = 0; i < EVENTS; i++) {
            stored(store, draft().body(Bytes.wrap(body(i))));
        }
    }

    /** Filling takes a while, so the damages share what it left. */
    private record Filled(Bytes database, Bytes note) {}

    private static Filled closed;
    private static Filled killed;

    @BeforeAll
    static void fillOnce(@TempDir Path once) throws Exception {
        Path file = once.resolve("events.mv.db");
        Path copy = once.resolve("copy");
        try (EventStore store = EventStore.open(once, () -> {})) {
            fill(store);
            // As a kill would leave it.
            Files.copy(file, copy);
        }
        byte[] note = Files.readAllBytes(once.resolve("events.last"));
        closed = new Filled(Bytes.wrap(Files.readAllBytes(file)), Bytes.wrap(note));
        killed = new Filled(Bytes.wrap(Files.readAllBytes(copy)), Bytes.ofUtf8("last " + EVENTS + "\n"));
    }

    private byte[] lay(Filled filled) throws Exception {
        Files.write(file(), filled.database().array());
        Files.write(folder.resolve("events.last"), filled.note().array());
        return filled.database().array();
    }

    private byte[] closedInOrder() throws Exception {
        return lay(closed);
    }

    private byte[] killed() throws Exception {
        return lay(killed);
    }

    private static byte[] zeroed(byte[] whole, int from, int length) {
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, from, Math.min(damaged.length, from + length), (byte) 0);
        return damaged;
    }

    private static byte[] withTail(byte[] whole) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole);
        out.write(body(99));
        return out.toByteArray();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("no length", _ -> new byte[0]),
                damage("one byte", _ -> new byte[]{'H'}),
                damage("half", whole -> Arrays.copyOf(whole, whole.length / 2)),
                damage("first 4 KiB zeroed", whole -> zeroed(whole, 0, 4_096)),
                damage("first 8 KiB zeroed", whole -> zeroed(whole, 0, 8_192)),
                damage("64 KiB in the middle zeroed", whole -> zeroed(whole, whole.length / 2, 65_536)),
                damage("64 KiB near the end zeroed", whole -> zeroed(whole, whole.length - 80_000, 65_536)),
                damage("1 KiB cut off", whole -> Arrays.copyOf(whole, whole.length - 1_024)),
                damage("9 KiB cut off", whole -> Arrays.copyOf(whole, whole.length - 9_216)),
                damage("all zeros", whole -> new byte[whole.length]),
                damage("garbage", whole -> {
                    byte[] garbage = new byte[whole.length];
                    new Random(7).nextBytes(garbage);
                    return garbage;
                }),
                damage("a text", _ -> "Dear diary,\n".repeat(1_000).getBytes(StandardCharsets.UTF_8)),
                damage("garbage behind it", whole -> {
                    try {
                        return withTail(whole);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }));
    }

    private static Arguments damage(String name, UnaryOperator<byte[]> damage) {
        return Arguments.of(name, damage);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void afterAnOrderlyClose_itOpensWholeOrIsRefusedUnchanged(String name, UnaryOperator<byte[]> damage)
            throws Exception {
        assertWholeOrRefused(damage.apply(closedInOrder()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void afterAKill_itOpensWholeOrIsRefusedUnchanged(String name, UnaryOperator<byte[]> damage) throws Exception {
        assertWholeOrRefused(damage.apply(killed()));
    }

    private void assertWholeOrRefused(byte[] damaged) throws Exception {
        Files.write(file(), damaged);
        try (EventStore store = EventStore.open(folder, () -> {})) {
            List<EventSummary> events = store.newer(EventFilter.ALL, 0, 10_000);
            assertEquals(EVENTS, events.size());
            int unreadable = 0;
            for (EventSummary event : events) {
                CapturedEvent found = store.find(event.id()).orElseThrow();
                if (found.isIntact()) {
                    assertArrayEquals(body(event.id() - 1), found.body().array());
                } else {
                    unreadable++;
                }
            }
            assertTrue(unreadable < EVENTS / 2, unreadable + " are damaged");
            List<EventSummary> searched = store.older(new FilterParser(_ -> Set.of()).parse("localhost"),
                    Long.MAX_VALUE, 10_000);
            assertTrue(searched.size() >= EVENTS - unreadable, searched.size() + " found, " + unreadable + " damaged");
            stored(store, draft());
        } catch (UnreadableStore refused) {
            assertTrue(refused.sentence().contains("hookglass repair"), refused.sentence());
            assertArrayEquals(damaged, Files.readAllBytes(file()));
        }
    }

    @Test
    void anotherApplicationsDatabase_isRefusedUnchanged() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("events"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shop (id INT PRIMARY KEY)");
        }
        byte[] before = Files.readAllBytes(file());

        assertThrows(UnreadableStore.class, () -> EventStore.open(folder, () -> {}));

        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void aDatabaseThatIsNotThereAnyMore_isNotBegunAnew() throws Exception {
        closedInOrder();
        Files.delete(file());

        UnreadableStore problem = assertThrows(UnreadableStore.class, () -> EventStore.open(folder, () -> {}));

        assertTrue(problem.sentence().contains("up to number " + EVENTS), problem.sentence());
        assertFalse(Files.exists(file()));
    }

    @Test
    void anOlderCopy_isRefusedUntilItIsTakenAsItIs() throws Exception {
        try (EventStore store = EventStore.open(folder, () -> {})) {
            stored(store, draft());
        }
        byte[] older = Files.readAllBytes(file());
        try (EventStore store = EventStore.open(folder, () -> {})) {
            stored(store, draft());
        }
        Files.write(file(), older);
        Files.delete(folder.resolve("events-a.journal"));

        UnreadableStore problem = assertThrows(UnreadableStore.class, () -> EventStore.open(folder, () -> {}));
        assertTrue(problem.canBeOpened());
        assertTrue(problem.sentence().contains("ends at event 1"), problem.sentence());

        new Salvage(folder, InstantSource.system()).takeAsItIs();
        try (EventStore store = EventStore.open(folder, () -> {})) {
            assertEquals(List.of(1L), Captures.allIds(store));
        }
    }

    @Test
    void setAside_keepsTheFileUnderATellingName() throws Exception {
        byte[] damaged = zeroed(closedInOrder(), 0, 8_192);
        Files.write(file(), damaged);
        Salvage salvage = new Salvage(folder, InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

        Path aside = salvage.setAside().orElseThrow();

        assertTrue(aside.getFileName().toString().matches("events-damaged-2026-11-2\\d-\\d{6}\\.mv\\.db"),
                aside.toString());
        assertArrayEquals(damaged, Files.readAllBytes(aside));
        try (EventStore store = EventStore.open(folder, () -> {})) {
            assertEquals(1, stored(store, draft()).id());
        }
        Path second = salvage.setAside().orElseThrow();
        assertTrue(second.toString().endsWith("-2.mv.db"), second.toString());
    }

    @Test
    void restore_givesEveryEventBackByteForByteAndSetsThePresentOnesAside() throws Exception {
        Path backup = folder.resolve("a 'backup'.zip");
        try (EventStore store = EventStore.open(folder, () -> {})) {
            fill(store);
            store.upkeep().backup(backup);
            stored(store, draft());
            assertThrows(Problem.class, () -> store.upkeep().backup(backup));
        }
        Files.write(file(), zeroed(Files.readAllBytes(file()), 0, 8_192));

        Path aside = new Salvage(folder, InstantSource.system()).restore(backup).orElseThrow();

        assertTrue(Files.exists(aside));
        assertFalse(Files.exists(folder.resolve("restoring")));
        try (EventStore store = EventStore.open(folder, () -> {})) {
            assertEquals(EVENTS, store.tallies().getFirst().events());
            for (int i = 0; i < EVENTS; i++) {
                CapturedEvent event = store.find(i + 1).orElseThrow();
                assertTrue(event.isIntact());
                assertArrayEquals(body(i), event.body().array());
            }
        }
    }

    @Test
    void restore_ofSomethingElse_isRefusedAndChangesNothing() throws Exception {
        byte[] whole = closedInOrder();
        Path text = Files.writeString(folder.resolve("x.zip"), "not a ZIP file");

        Problem problem = assertThrows(Problem.class,
                () -> new Salvage(folder, InstantSource.system()).restore(text));

        assertTrue(problem.sentence().contains("left as they are"), problem.sentence());
        assertArrayEquals(whole, Files.readAllBytes(file()));
        assertFalse(Files.exists(folder.resolve("restoring")));
    }
}
