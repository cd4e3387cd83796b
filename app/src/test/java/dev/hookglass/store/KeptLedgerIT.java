package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.ledger.EventIds;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.ledger.LedgerFile;
import dev.hookglass.store.VerdictTable.Judged;
import dev.hookglass.store.VerdictTable.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in its file, against what the database says after other sessions have changed it. */
class KeptLedgerIT {
    private static final int EVENTS = 5_000;
    /** The store takes no more than a few thousand before it has stored some. */
    private static final int AT_ONCE = 1_000;

    @TempDir
    Path folder;

    private interface Session {
        void use(EventStore store) throws Exception;
    }

    private void session(Session session) throws Exception {
        try (EventStore store = EventStore.open(folder, () -> {})) {
            session.use(store);
        }
    }

    private Path file() {
        return folder.resolve("events.ledger");
    }

    private static void append(EventStore store, int events) throws Exception {
        List<Captures.Told> told = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            Captures.Told one = new Captures.Told();
            store.append(draft().source(1 + i % 3).type(i % 5 == 0 ? null : "type_" + i % 7)
                    .outcome(Outcome.of(i % 4)).status(i % 11 == 0 ? 500 : 200).key("k" + i).capture(), one);
            told.add(one);
            if (told.size() == AT_ONCE || i == events - 1) {
                for (Captures.Told each : told) {
                    each.summary();
                }
                told.clear();
            }
        }
    }

    private static void gather(EventStore store) throws Exception {
        store.ledger().awaitComplete();
    }

    /** Makes the file, with events of which some are deleted. */
    private void keep() throws Exception {
        session(store -> {
            append(store, EVENTS);
            gather(store);
            store.deletions().delete(Set.of(1L, 2L, 4_097L, (long) EVENTS));
        });
        // The newest of them has gone.
        assertEquals(EVENTS - 1, LedgerFile.read(file()).lastId());
    }

    private static void assertIsTrue(EventStore store) throws Exception {
        Ledger ledger = store.ledger();
        ledger.awaitComplete();
        for (String filter : List.of("", "type:type_3", "-verdict:valid", "reply:>=400", "source:one type:type_1")) {
            EventFilter parsed = new FilterParser(_ -> Set.of(1)).parse(filter);
            long[] expected = store.newer(parsed, 0, 100_000).stream().mapToLong(event -> event.id()).toArray();
            EventIds found = ledger.find(parsed, 0).orElseThrow();
            assertArrayEquals(expected, LongStream.range(0, found.size()).map(i -> found.get((int) i)).toArray(),
                    filter);
        }
    }

    @Test
    void isTrueAtTheNextStart() throws Exception {
        keep();
        session(KeptLedgerIT::assertIsTrue);
    }

    @Test
    void getsWhatWasStoredSinceFromTheDatabase() throws Exception {
        keep();
        session(store -> append(store, 300));
        byte[] before = Files.readAllBytes(file());
        session(store -> {
            append(store, 7);
            assertIsTrue(store);
            append(store, 7);
            assertIsTrue(store);
        });
        assertFalse(Arrays.equals(before, Files.readAllBytes(file())));
        session(KeptLedgerIT::assertIsTrue);
    }

    @Test
    void isNotUsedOnceVerdictsHaveChanged() throws Exception {
        keep();
        session(store -> {
            store.verdicts().begin(new Unfinished(1, 1, 0));
            List<Judged> judged = store.verdicts().judge(1, 0, 50, _ -> new Verdict(Outcome.STALE, "Too late."));
            store.verdicts().update(judged, new Unfinished(1, 1, judged.getLast().event().id()));
        });
        session(KeptLedgerIT::assertIsTrue);
    }

    @Test
    void isNotUsedOnceEventsHaveGoneOrComeBack() throws Exception {
        keep();
        session(store -> {
            Deletion deletion = store.deletions().delete(Set.of(10L, 11L));
            store.deletions().delete(Set.of(20L));
            store.deletions().undo(deletion);
        });
        session(KeptLedgerIT::assertIsTrue);
    }

    @Test
    void isMadeAnewWhereItIsDamaged() throws Exception {
        keep();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);
        assertThrows(IOException.class, () -> LedgerFile.read(file()));
        session(KeptLedgerIT::assertIsTrue);
        assertEquals(EVENTS - 1, LedgerFile.read(file()).lastId());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 3));
        session(KeptLedgerIT::assertIsTrue);
    }

    @Test
    void isNotUsedForOtherEventsWithTheSameIds() throws Exception {
        session(store -> append(store, 10));
        Path copy = Files.copy(folder.resolve(Database.FILE), folder.resolve("copy"));
        session(store -> {
            append(store, 50);
            gather(store);
        });
        Files.move(copy, folder.resolve(Database.FILE), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder.resolve(HighWater.FILE));
        session(store -> append(store, 100));
        session(KeptLedgerIT::assertIsTrue);
    }
}
