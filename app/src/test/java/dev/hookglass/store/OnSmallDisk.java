package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk that can be made to fail. */
abstract class OnSmallDisk {
    @TempDir
    private Path folder;
    EventStore store;

    @BeforeEach
    final void open() throws Problem {
        SmallDisk.insert();
        store = EventStore.open(folder, SmallDisk.NAME, Journal.FULL, () -> {});
    }

    @AfterEach
    final void close() throws Problem {
        SmallDisk.heal();
        store.close();
    }

    /** Closes the store and opens it on a disk that does not fail. */
    final void reopen() throws Problem {
        close();
        store = EventStore.open(folder, () -> {});
    }

    /** An event of 20 kB. */
    static Captures.Draft large(int seed) {
        byte[] body = new byte[20_000];
        new Random(seed).nextBytes(body);
        return draft().body(Bytes.wrap(body));
    }

    final void assertAllThere(List<EventSummary> events) throws Problem {
        for (EventSummary event : events) {
            assertTrue(store.find(event.id()).orElseThrow().isIntact(), "Event " + event.id());
        }
    }
}
