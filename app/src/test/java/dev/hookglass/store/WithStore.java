package dev.hookglass.store;

import static dev.hookglass.store.Captures.ids;

import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder of its own, anew for each test. */
abstract class WithStore {
    @TempDir
    Path folder;
    final Semaphore commits = new Semaphore(0);
    EventStore store;

    @BeforeEach
    final void open() throws Problem {
        store = EventStore.open(folder, commits::release);
    }

    @AfterEach
    final void close() throws Problem {
        store.close();
    }

    final void reopen() throws Problem {
        close();
        open();
    }

    /** Ids of what a filter finds, the oldest first. */
    final List<Long> found(String filter) throws Exception {
        return ids(store.newer(new FilterParser(_ -> Set.of()).parse(filter), 0, 10_000));
    }
}
