package dev.hookglass.ui.events;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterException;
import dev.hookglass.ledger.EventIds;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.events.Found.More;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the table of events shows: an id for each event that passes the filter, and content for the rows in sight. While it
 * follows, new events come in at the top; else they are counted. For the FX thread; the store is asked in the background.
 */
public final class EventsModel {
    private final FilterInput input;
    private final Arrivals arrivals;
    private final RowReader reader;
    private final RowList rows;
    private final ShownEvents shown;
    private final Search search;

    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private Finder asked;
    private long askedAfter;

    public EventsModel(EventStore store, Sources sources, Background background) {
        this.input = new FilterInput(sources::idsNamed, this::filterChanged);
        this.rows = new RowList(this::want);
        this.reader = new RowReader(store, background, rows::fill, this::failed);
        this.shown = new ShownEvents(rows, following::get, this::committed);
        this.search = new Search(store, input, reader, background, shown.found::get, shown);
        this.arrivals = new Arrivals(background, this::look, this::arrived, this::failed);
        this.asked = search.finder(Sorting.NEWEST_FIRST);
        input.listen();
        paused.subscribe(this::pausedOrResumed);
    }

    /** The events in the table. Changed here only. */
    public ObservableList<EventRow> rows() {
        return rows;
    }

    /** All events that are found, those that wait to be shown among them. */
    public ReadOnlyObjectProperty<EventIds> foundProperty() {
        return shown.found.getReadOnlyProperty();
    }

    /** What is typed into the filter field. */
    public StringProperty filterTextProperty() {
        return input.text;
    }

    /** The source whose events are shown; empty for all. */
    public ObjectProperty<OptionalInt> sourceProperty() {
        return input.source;
    }

    /** While paused, nothing comes into the table by itself; events are captured all the same. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether new events come in at the top. */
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Whether the first page of a filter is still being read. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return search.loading.getReadOnlyProperty();
    }

    /** New events that pass the filter and are not in the table yet. */
    public ReadOnlyLongProperty waitingProperty() {
        return shown.waiting.getReadOnlyProperty();
    }

    /** Why the filter is not understood; the table then shows what the last good one found. */
    public ReadOnlyObjectProperty<@Nullable FilterException> filterErrorProperty() {
        return input.error.getReadOnlyProperty();
    }

    /** Looks at once for what is typed, and not only when the typing rests. */
    void filterNow() {
        input.readNow();
    }

    /** Why the store could not be read. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return search.problem.getReadOnlyProperty();
    }

    /** Lets someone do before and after what keeps its place while rows that are there are replaced. */
    void whileReplacing(Consumer<Runnable> wrapper) {
        shown.whileReplacing(wrapper);
    }

    /** Whether rows are taken away because their events were deleted, so that the next one is to be selected. */
    boolean wasDeletion() {
        return shown.wasDeletion();
    }

    /** What passes into the table. */
    public EventFilter filter() {
        return input.filter();
    }

    /** How the rows stand. */
    Sorting sorting() {
        return search.sorting();
    }

    /** Whether every event is asked for. */
    public boolean isUnfiltered() {
        return input.filter().isAll();
    }

    /** Something was committed; looks for it soon. */
    public void committed() {
        arrivals.lookSoon();
    }

    /** Holds the table still, because a person looks at something in it. */
    public void hold() {
        following.set(false);
    }

    /** Shows events as pinned or not, wherever they are in the table. */
    public void pinned(Set<Long> ids, boolean pinned) {
        rows.change(ids, event -> event.withPinned(pinned));
    }

    /** Takes events out of the table that were deleted. */
    public void deleted(Set<Long> ids) {
        shown.remove(ids);
        if (rows.isEmpty()) {
            reload();
        }
    }

    /** Goes back to the newest events and follows them again. */
    public void follow() {
        if (paused.get()) {
            paused.set(false);
        } else {
            following.set(true);
            if (rows.isSorted() || rows.shown().isEmpty()) {
                reload();
            } else {
                shown.showArrived();
            }
        }
    }

    private void pausedOrResumed(boolean isPaused) {
        if (isPaused) {
            following.set(false);
        } else {
            follow();
        }
    }

    /** Stands the rows in another order. */
    void sort(Sorting changed) {
        if (!changed.equals(search.sorting())) {
            search.setSorting(changed);
            reload();
        }
    }

    /** Reads other columns of the events from now on. */
    void setValues(OwnValues values) {
        if (values.equals(reader.work().values())) {
            return;
        }
        reader.setValues(values);
        rows.wantAgain();
        if (search.loading.get()) {
            // Else it would bring the values of the columns before.
            reload();
        }
    }

    /** Reads more where the search has not come to its end; asked for when a person scrolls there. */
    public void loadOlder() {
        search.loadOlder();
    }

    private void failed(Problem why) {
        search.problem.set(why);
    }

    private void want(long id) {
        reader.want(id);
    }

    /** Finds everything anew. */
    public void reload() {
        search.begin();
    }

    /** Reads the rows that are there anew, since events that are stored already have changed. */
    public void refresh() {
        if (search.isOver() && !rows.isEmpty()) {
            search.refresh();
        } else {
            reload();
        }
    }

    private void filterChanged() {
        // Another filter begins at its newest events.
        following.set(!paused.get());
        reload();
    }

    private Callable<Found> look() {
        if (search.isOutdated()) {
            refresh();
        }
        asked = search.finder(Sorting.NEWEST_FIRST);
        askedAfter = shown.found.get().last();
        Finder finder = asked;
        long after = askedAfter;
        return () -> finder.newer(after);
    }

    /** Whether to look again at once. */
    private boolean arrived(Found newer) {
        if (!input.filter().equals(asked.filter()) || !reader.work().equals(asked.rows())
                || askedAfter != shown.found.get().last()) {
            return true;
        }
        if (!newer.ids().isEmpty()) {
            shown.arrived(newer.ids(), newer.top());
        }
        return newer.more() != More.NONE;
    }
}
