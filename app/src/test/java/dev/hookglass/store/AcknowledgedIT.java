package dev.hookglass.store;

import static dev.hookglass.store.Captures.allIds;
import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.store.Captures.Draft;
import dev.hookglass.store.Captures.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that are in the journal, and that the database has yet to take. */
class AcknowledgedIT extends WithStore {
    private static final int MANY = 700;

    @TempDir
    private Path other;

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Gives when all are acknowledged, which is before the database has them all. */
    private void storeMany() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            told.add(append(store, draft().key("k" + i % 5).body(Bytes.ofUtf8("{\"n\":" + i + "}"))));
        }
        for (Told one : told) {
            one.summary();
        }
    }

    @Test
    void whatWasAcknowledged_isReadAtOnce() throws Exception {
        for (int i = 1; i <= 20; i++) {
            long id = stored(store, draft()).id();
            assertTrue(store.find(id).orElseThrow().isIntact());
            assertEquals(upTo(id), allIds(store));
            assertEquals(i, store.tallies().getFirst().events());
        }
    }

    @Test
    void whatWasAcknowledged_isThereAfterAKill() throws Exception {
        for (int round = 1; round <= 3; round++) {
            storeMany();
            // The database first: what it gets meanwhile is not in the copy.
            Path copy = Files.createDirectory(other.resolve("killed" + round));
            for (String file : List.of(Database.FILE, "events-a.journal", "events-b.journal")) {
                Files.copy(folder.resolve(file), copy.resolve(file));
            }
            try (EventStore again = EventStore.open(copy, () -> {})) {
                assertEquals(upTo((long) round * MANY), allIds(again));
                assertEquals((long) round * MANY, again.tallies().getFirst().events());
            }
        }
    }

    @Test
    void sameKeys_areCountedThoughTheDatabaseLacksThem() throws Exception {
        storeMany();
        assertEquals(MANY / 5 + 1, stored(store, draft().key("k3")).attempt());
        assertEquals(MANY / 5 + 1, store.find(MANY + 1L).orElseThrow().summary().attempt());
    }

    @Test
    void deletingPinningCompactingAndRestoring_findAllOfThem() throws Exception {
        storeMany();
        store.pin(List.of((long) MANY), true);
        storeMany();
        store.deletions().delete(List.of(2L * MANY));
        assertEquals(upTo(2L * MANY - 1), allIds(store));
        assertTrue(store.find(MANY).orElseThrow().summary().pinned());

        Path backup = other.resolve("backup.zip");
        storeMany();
        store.upkeep().backup(backup);
        storeMany();
        store.upkeep().compact();
        assertEquals(4 * MANY - 1, allIds(store).size());
        storeMany();
        store.upkeep().restore(backup);
        assertEquals(3 * MANY - 1, allIds(store).size());
        assertEquals(5L * MANY + 1, stored(store, draft()).id());
    }

    @Test
    void afterRetention_theNewestAreLeft() throws Exception {
        storeMany();
        store.deletions().apply(new Retention(10, 0, 0), Instant.now());
        storeMany();
        assertEquals(MANY + 10, allIds(store).size());
    }

    private static Capture with(Draft draft, String remote, String reason) {
        Capture plain = draft.capture();
        return new Capture(plain.receivedAt(), 1, "generic", remote, plain.type(), 1, plain.key(),
                new Verdict(Outcome.VALID, reason), 200, plain.head(), plain.body());
    }

    /** One character more of any is refused. */
    private static Stream<Capture> longest(int more) {
        String word = "w".repeat(1_000 + more);
        return Stream.of(draft().type(word).capture(), draft().key(word).capture(), draft().method(word).capture(),
                draft().target("/" + "t".repeat(999_999 + more)).capture(),
                with(draft(), "r".repeat(200 + more), "Because."),
                with(draft(), "here", "b".repeat(10_000 + more)));
    }

    static Stream<Capture> longest() {
        return longest(0);
    }

    static Stream<Capture> tooLong() {
        return longest(1);
    }

    @ParameterizedTest
    @MethodSource("longest")
    void whatTheColumnsTake_isStored(Capture capture) throws Exception {
        Told told = new Told();
        store.append(capture, told);
        told.summary();
        assertEquals(List.of(1L), allIds(store));
        assertTrue(store.trouble().isEmpty());
    }

    /** Before it is acknowledged: afterwards there would be no way on with it. */
    @ParameterizedTest
    @MethodSource("tooLong")
    void whatTheColumnsDoNotTake_isNotAcknowledged(Capture capture) {
        Told told = new Told();
        store.append(capture, told);
        assertThrows(ExecutionException.class, told::summary);
    }
}
