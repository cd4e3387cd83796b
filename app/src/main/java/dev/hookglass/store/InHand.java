package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that the writer has taken and not yet told what became of them. Where Java itself fails amid that, as without
 * memory, it goes on where it was. For one thread.
 */
final class InHand {
    /** Whoever cannot be told so often has a fault of its own. */
    private static final int MOST_TRIES = 100;

    private List<PendingEvent> events = List.of();
    private @Nullable List<StoredEvent> stored;
    private int told;
    private int tries;

    /** Takes the next from a backlog. */
    void take(Backlog backlog, int most, long mostTogether) throws InterruptedException {
        events = backlog.take(most, mostTogether);
    }

    List<PendingEvent> events() {
        return events;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Them as the journal has them; null before that. */
    @Nullable
    List<StoredEvent> stored() {
        return stored;
    }

    /** Says that the journal has them, in their order. */
    void setStored(List<StoredEvent> these) {
        stored = these;
    }

    /** Tells all that they are stored. */
    void acknowledge(List<StoredEvent> these) {
        while (told < events.size()) {
            AppendCallback callback = events.get(told).callback();
            StoredEvent event = these.get(told);
            tellNext(() -> callback.stored(event.summary()));
        }
    }

    /** Tells all that they are not stored. */
    void refuse(Problem problem) {
        while (told < events.size()) {
            AppendCallback callback = events.get(told).callback();
            tellNext(() -> callback.failed(problem));
        }
    }

    private void tellNext(Runnable news) {
        if (tries++ < MOST_TRIES) {
            Applying.tell(news);
        }
        told++;
        tries = 0;
    }

    /** Lets go of them. */
    void clear() {
        events = List.of();
        stored = null;
        told = 0;
        tries = 0;
    }
}
