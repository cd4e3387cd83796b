package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.Latest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what rows show, a moment after they are asked for and all that are in sight together; those that went out of sight
 * before they could be read are passed over. For the FX thread; the store is asked in the background.
 */
final class RowReader {
    /** More than any screen shows. */
    private static final int MOST = 200;

    private final EventStore store;
    private final Latest reading;
    private final Consumer<Problem> onProblem;
    private final Consumer<EventRow.Content> onRead;
    private final Set<Long> wanted = new LinkedHashSet<>();
    private OwnValues values = OwnValues.NONE;
    private boolean isDue;
    private boolean isReading;

    RowReader(EventStore store, Background background, Consumer<EventRow.Content> onRead,
            Consumer<Problem> onProblem) {
        this.store = store;
        this.reading = new Latest(background);
        this.onRead = onRead;
        this.onProblem = onProblem;
    }

    /** Reads values of other columns from now on. */
    void setValues(OwnValues changed) {
        values = changed;
    }

    /** How rows are read at the moment; for any thread, since it never changes itself. */
    Work work() {
        return new Work(store, values);
    }

    /** Reads rows. */
    record Work(EventStore store, OwnValues values) {
        List<EventRow.Content> read(long[] ids) throws Problem {
            return of(store.find(ids));
        }

        List<EventRow.Content> of(List<EventSummary> events) throws Problem {
            List<EventRow.Content> contents = new ArrayList<>(events.size());
            for (EventSummary event : events) {
                contents.add(new EventRow.Content(event, values.of(event, store)));
            }
            return contents;
        }
    }

    /** A row is in sight and has not been read. */
    void want(long id) {
        // The last that are asked for are those in sight.
        wanted.remove(id);
        wanted.add(id);
        if (wanted.size() > MOST) {
            wanted.remove(wanted.iterator().next());
        }
        if (!isDue && !isReading) {
            isDue = true;
            Fx.later(this::read);
        }
    }

    private void read() {
        isDue = false;
        if (wanted.isEmpty()) {
            return;
        }
        long[] ids = wanted.stream().mapToLong(Long::longValue).toArray();
        wanted.clear();
        isReading = true;
        Work work = work();
        reading.ask(() -> work.read(ids), contents -> {
            isReading = false;
            contents.forEach(onRead);
            read();
        }, problem -> {
            isReading = false;
            onProblem.accept(problem);
        });
    }
}
