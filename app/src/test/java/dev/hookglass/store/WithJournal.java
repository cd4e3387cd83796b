package dev.hookglass.store;

import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose database can be made to lack what its journal has. */
abstract class WithJournal {
    @TempDir
    Path parent;
    /** As it was before the last events, and as it was after them, but for the database. */
    Path folder;

    @BeforeEach
    final void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("data"));
    }

    interface Work {
        void with(EventStore store) throws Exception;
    }

    final EventStore open() throws Problem {
        return EventStore.open(folder, () -> {});
    }

    final Path journal() {
        return folder.resolve("events-a.journal");
    }

    static void storeMany(EventStore store, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            stored(store, draft().key("k" + i % 3).body(Bytes.ofUtf8("{\"n\":" + i + "}")));
        }
    }

    /** Leaves a folder whose journal has events that its database has not: the database is an older one. */
    final List<EventSummary> lose(int before, Work lost) throws Exception {
        try (EventStore store = open()) {
            storeMany(store, before);
        }
        Path former = Files.copy(folder.resolve("events.mv.db"), parent.resolve("former"));
        List<EventSummary> events;
        try (EventStore store = open()) {
            lost.with(store);
            events = store.newer(EventFilter.ALL, 0, 10_000);
        }
        Files.move(former, folder.resolve("events.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        return events;
    }

    /** The ids of the events that the journal has. */
    final List<Long> journalled() throws Problem {
        return Journal.read(folder).stream().filter(Place::isEvent).map(Place::id).toList();
    }

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
