package dev.hookglass.ui.shell;

import dev.hookglass.problem.Problem;
import dev.hookglass.search.SearchIndex;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.Tally;
import dev.hookglass.store.Totals;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Beat;
import dev.hookglass.ui.base.Latest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Counts over everything that is stored, looked up at most four times a second, and hardly ever while nothing changes. For the
 * FX thread.
 */
final class Overview {
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final int BEATS_FOR_RATE = 8;
    /** The rate has come to its end by then, and what was acknowledged is in the database. */
    private static final int BEATS_TO_REST = 2 * BEATS_FOR_RATE;
    /** For what changes by itself, such as the size of the file. */
    private static final int BEATS_OF_REST = 40;

    /**
     * The counts at one moment.
     *
     * @param tallies events by source and verdict
     * @param rejected requests that never became an event
     * @param perSecond events over the last two seconds
     * @param bytesOnDisk size of the database file
     * @param search how far the index of texts is
     */
    record Counts(List<Tally> tallies, long rejected, double perSecond, long bytesOnDisk, SearchIndex.Progress search) {
        long stored() {
            return tallies.stream().mapToLong(Tally::events).sum();
        }

        /** Stored and rejected together: everything that came. */
        long received() {
            return stored() + rejected;
        }
    }

    /** How many events were stored at a moment of {@link System#nanoTime()}. */
    private record Reading(long nanos, long stored) {}

    private final EventStore store;
    private final Supplier<SearchIndex.Progress> search;
    private final Latest asking;
    private final Beat pulse = new Beat(BEAT, this::beat);
    private final Deque<Reading> before = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(
            new Counts(List.of(), 0, 0, 0, SearchIndex.Progress.NONE));
    private final ReadOnlyObjectWrapper<Optional<Problem>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean asked;
    private long revision;
    private int beats;

    Overview(EventStore store, Supplier<SearchIndex.Progress> search, Background background) {
        this.store = store;
        this.search = search;
        this.asking = new Latest(background);
    }

    ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Why nothing can be stored at the moment; empty while it can. */
    ReadOnlyObjectProperty<Optional<Problem>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void start() {
        beat();
        pulse.start();
    }

    void stop() {
        pulse.close();
        asking.drop();
    }

    private void beat() {
        trouble.set(store.trouble());
        if (!asked && isDue()) {
            asked = true;
            asking.ask(this::read, this::show, _ -> asked = false);
        }
    }

    private boolean isDue() {
        long now = store.revision();
        beats = now == revision ? beats + 1 : 0;
        revision = now;
        return beats <= BEATS_TO_REST || beats % BEATS_OF_REST == 0 || counts.get().search().behind() > 0;
    }

    private Counts read() throws Problem {
        Totals totals = store.totals();
        return new Counts(totals.tallies(), totals.rejected(), 0, store.size(), search.get());
    }

    private void show(Counts read) {
        asked = false;
        Reading now = new Reading(System.nanoTime(), read.stored());
        before.addLast(now);
        while (before.size() > BEATS_FOR_RATE + 1) {
            before.removeFirst();
        }
        double seconds = (now.nanos() - before.getFirst().nanos()) / 1e9;
        double rate = seconds == 0 ? 0 : (now.stored() - before.getFirst().stored()) / seconds;
        Counts shown = new Counts(read.tallies(), read.rejected(), rate, read.bytesOnDisk(), read.search());
        if (!shown.equals(counts.get())) {
            counts.set(shown);
        }
    }
}
