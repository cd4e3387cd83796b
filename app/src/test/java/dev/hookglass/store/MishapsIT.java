package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static dev.hookglass.store.Captures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Captures.Told;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Bugs in what is called, interrupted threads, events that cannot be stored, and closing in the midst of it. */
class MishapsIT extends WithStore {
    @Test
    void append_aCallbackThatThrows_harmsNoOther() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            store.append(draft().capture(), new AppendCallback() {
                @Override
                public void stored(EventSummary event) {
                    throw new IllegalStateException("A callback with a bug");
                }

                @Override
                public void failed(Problem problem) {
                    throw new IllegalStateException("A callback with a bug");
                }
            });
            told.add(append(store, draft()));
        }
        for (Told one : told) {
            one.summary();
        }
        assertEquals(40, Captures.allIds(store).size());
    }

    @Test
    void open_aCommitListenerThatThrows_doesNotEndTheStoring() throws Exception {
        close();
        store = EventStore.open(folder, () -> {
            throw new IllegalStateException("A listener with a bug");
        });

        stored(store, draft());
        stored(store, draft());

        assertEquals(List.of(1L, 2L), Captures.allIds(store));
    }

    /** The method is longer than any the database takes. */
    @Test
    void append_anEventThatCannotBeStored_failsAloneAndInWords() throws Exception {
        List<Told> good = new ArrayList<>();
        List<Told> bad = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            good.add(append(store, draft()));
            bad.add(append(store, draft().method("M".repeat(2_000))));
        }
        for (Told told : good) {
            told.summary();
        }
        for (Told told : bad) {
            ExecutionException failure = assertThrows(ExecutionException.class, told::summary);
            assertTrue(failure.getCause() instanceof Problem);
            assertFalse(String.valueOf(failure.getCause().getMessage()).contains("MMMMMMMMMM"));
        }
        assertEquals(50, Captures.allIds(store).size());
        assertEquals(50, store.tallies().getFirst().events());
    }

    @Test
    void reading_byAnInterruptedThread_doesNotHarmTheStore() throws Exception {
        stored(store, draft());
        assertEquals(List.of(1L), Captures.allIds(store));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            try {
                store.find(1);
            } catch (Problem e) {
                failure.set(e);
            }
        });
        reader.join();

        assertTrue(failure.get() instanceof Problem);
        assertEquals(2, stored(store, draft()).id());
        assertTrue(store.find(1).isPresent());
    }

    @Test
    void close_byAnInterruptedThread_closesAllTheSame() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            told.add(append(store, draft()));
        }
        Thread.currentThread().interrupt();
        store.close();

        assertTrue(Thread.interrupted());
        try (FileChannel file = FileChannel.open(folder.resolve("events.mv.db"), StandardOpenOption.WRITE)) {
            assertTrue(file.tryLock() != null, "The database still has its file");
        }
        for (Told one : told) {
            one.summary();
        }
        open();
        assertEquals(500, Captures.allIds(store).size());
    }

    @Test
    void close_storesWhatWaits() throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            told.add(append(store, draft()));
        }
        store.close();

        for (Told one : told) {
            assertTrue(one.summary().id() > 0);
        }
        open();
        assertEquals(told.size(), Captures.allIds(store).size());
    }

    @Test
    void whatIsAskedAfterClosing_isAProblemAndNoBug() throws Exception {
        store.close();

        assertThrows(Problem.class, () -> store.find(1));
        assertThrows(Problem.class,
                () -> store.append(new Rejection(Captures.AT, "here", Reason.INCOMPLETE, "detail")));
        assertThrows(ExecutionException.class, append(store, draft())::summary);
        open();
    }
}
