package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file with gaps between large pieces: making it small does not make it larger before. */
class TidyingIT extends WithJournal {
    private static final int EVENTS = 18;
    private static final int SIZE = 1_500_000;
    private static final int MOST_STEPS = 50;
    /** A piece is written anew before the one that it was is free. */
    private static final long ROOM = 24L << 20;

    @Test
    void afterMuchWasDeleted_theFileGetsShortAndNeverMuchLonger() throws Exception {
        List<Long> kept = fillAndDeleteMost();
        long before = Files.size(folder.resolve(Database.FILE));
        long longest = before;
        try (Database database = Opening.of(folder, Database.DISK, Journal.FULL)) {
            Tidying tidying = new Tidying(database, new Changes(database));
            int idle = 0;
            for (int step = 0; step < MOST_STEPS && idle < 3; step++) {
                idle = tidying.step(true) ? 0 : idle + 1;
                longest = Math.max(longest, database.size());
            }
            assertTrue(database.size() < 1.3 * kept.size() * SIZE, database.size() + " bytes are left");
        }
        assertTrue(longest < before + ROOM, before + " bytes became " + longest);
        try (EventStore store = open()) {
            assertEquals(kept, Captures.allIds(store));
            for (long id : kept) {
                assertTrue(store.find(id).orElseThrow().isIntact());
            }
        }
    }

    private List<Long> fillAndDeleteMost() throws Exception {
        Random random = new Random(1);
        List<Long> kept = new ArrayList<>();
        try (EventStore store = open()) {
            List<Long> deleted = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                byte[] body = new byte[SIZE];
                random.nextBytes(body);
                (i % 3 == 0 ? kept : deleted).add(stored(store, draft().body(Bytes.wrap(body))).id());
            }
            store.deletions().purge(store.deletions().delete(deleted));
        }
        return kept;
    }
}
