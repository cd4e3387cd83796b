package dev.hookglass.ui.events;

import dev.hookglass.ledger.EventIds;
import dev.hookglass.ui.events.Found.More;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was found, and what of it is in the table: while it does not follow, what has arrived since waits. For the FX thread. */
final class ShownEvents implements Search.Listener {
    final ReadOnlyObjectWrapper<EventIds> found = new ReadOnlyObjectWrapper<>(EventIds.NONE);
    final ReadOnlyLongWrapper waiting = new ReadOnlyLongWrapper();

    private final RowList rows;
    private final BooleanSupplier isFollowing;
    private final Runnable onAll;
    private Consumer<Runnable> replacing = Runnable::run;
    private boolean isDeleting;

    /**
     * @param rows those of the table
     * @param isFollowing whether new events come in at the top
     * @param onAll told when everything is found, so that it is looked for what has come meanwhile
     */
    ShownEvents(RowList rows, BooleanSupplier isFollowing, Runnable onAll) {
        this.rows = rows;
        this.isFollowing = isFollowing;
        this.onAll = onAll;
    }

    /** Lets someone do before and after what keeps its place while rows that are there are replaced. */
    void whileReplacing(Consumer<Runnable> wrapper) {
        replacing = wrapper;
    }

    /** Whether rows are taken away because their events were deleted. */
    boolean wasDeletion() {
        return isDeleting;
    }

    @Override
    public void first(Found first) {
        found.set(first.ids());
        replacing.accept(() -> {
            rows.prepare(first.top());
            rows.replace(first.ids(), first.sorted());
        });
        waiting.set(0);
        if (first.more() == More.NONE) {
            onAll.run();
        }
    }

    @Override
    public void older(EventIds older) {
        found.set(older.plus(found.get()));
        rows.addBelow(older.plus(rows.shown()));
    }

    /** In the place that a person looks at. */
    @Override
    public void again(Found again) {
        long newest = rows.shown().last();
        EventIds shown = isFollowing.getAsBoolean() || again.sorted() != null ? again.ids() : again.ids().upTo(newest);
        found.set(again.ids());
        waiting.set(again.ids().size() - shown.size());
        if (again.sorted() == null && !rows.isSorted() && rows.shown().isEndOf(shown)) {
            rows.addBelow(shown);
        } else {
            replacing.accept(() -> rows.replace(shown, again.sorted()));
        }
        rows.wantAgain();
        onAll.run();
    }

    /** Events were stored that pass the filter. */
    void arrived(EventIds ids, List<EventRow.Content> top) {
        found.set(found.get().plus(ids));
        if (isFollowing.getAsBoolean() && !rows.isSorted()) {
            rows.prepare(top);
            showArrived();
        } else {
            waiting.set(found.get().size() - rows.size());
        }
    }

    /** Shows those that wait. */
    void showArrived() {
        rows.addAbove(found.get());
        waiting.set(0);
    }

    /** Takes events away that were deleted. */
    void remove(Set<Long> ids) {
        found.set(found.get().minus(ids));
        isDeleting = true;
        replacing.accept(() -> rows.remove(ids));
        isDeleting = false;
    }
}
