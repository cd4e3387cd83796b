package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.filter.Term;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Latest;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the table of events shows: a window onto the store, newest first, of which only some pages are in memory. While it
 * follows, new events come in at the top; else they are counted. For the FX thread; the store is asked in the background.
 */
public final class EventsModel {
    /** Rows read at a time. */
    static final int PAGE = 200;
    /** Rows kept while following; older ones are read again when scrolled to. */
    private static final int MOST_FOLLOWED = 2_000;
    /** Between two looks for new events, so that a flood costs ten queries a second and not hundreds. */
    private static final Duration BREATH = Duration.millis(100);

    /** After a key, before what is typed is looked for, so that half a word is not. */
    private static final Duration WORD = Duration.millis(150);

    private final EventStore store;
    private final FilterParser parser;
    private final Latest pages;
    private final Latest arrivals;
    private final Latest changes;
    private final PauseTransition breath = new PauseTransition(BREATH);
    private final PauseTransition typing = new PauseTransition(WORD);

    private final ObservableList<EventSummary> rows = FXCollections.observableArrayList();
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ObjectProperty<OptionalInt> source = new SimpleObjectProperty<>(OptionalInt.empty());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper waiting = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<@Nullable FilterException> filterError = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    private Consumer<Runnable> replacing = Runnable::run;
    private EventFilter filter = EventFilter.ALL;
    private long newestSeen;
    private boolean endReached;
    private boolean lookAgain;
    private boolean looking;

    public EventsModel(EventStore store, Sources sources, Background background) {
        this.store = store;
        this.parser = new FilterParser(sources::idsNamed);
        this.pages = new Latest(background);
        this.arrivals = new Latest(background);
        this.changes = new Latest(background);
        filterText.subscribe(typing::playFromStart);
        source.subscribe(this::readFilter);
        typing.setOnFinished(_ -> readFilter());
        paused.subscribe(this::pausedOrResumed);
        breath.setOnFinished(_ -> lookForArrivals());
    }

    // Properties

    /** The events in the table, newest first. Changed here only. */
    public ObservableList<EventSummary> rows() {
        return rows;
    }

    /** What is typed into the filter field. */
    public StringProperty filterTextProperty() {
        return filterText;
    }

    /** The source whose events are shown; empty for all. */
    public ObjectProperty<OptionalInt> sourceProperty() {
        return source;
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
        return loading.getReadOnlyProperty();
    }

    /** New events that pass the filter and are not in the table yet. */
    public ReadOnlyLongProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Why the filter is not understood; the table then shows what the last good one found. */
    public ReadOnlyObjectProperty<@Nullable FilterException> filterErrorProperty() {
        return filterError.getReadOnlyProperty();
    }

    /** Why the store could not be read. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Lets someone do before and after what keeps its place while rows that are there are replaced. */
    void whileReplacing(Consumer<Runnable> wrapper) {
        replacing = wrapper;
    }

    /** Whether every event is asked for. */
    public boolean isUnfiltered() {
        return filter.isAll();
    }

    // Commands

    /** Something was committed; looks for it soon. */
    public void committed() {
        lookAgain = true;
        if (!looking) {
            lookForArrivals();
        }
    }

    /** Holds the table still, because a person looks at something in it. */
    public void hold() {
        following.set(false);
    }

    /** Goes back to the newest events and follows them again. */
    public void follow() {
        if (paused.get()) {
            paused.set(false);
        } else {
            following.set(true);
            reload();
        }
    }

    private void pausedOrResumed(boolean isPaused) {
        if (isPaused) {
            following.set(false);
        } else {
            follow();
        }
    }

    /** Reads the page behind the last row. */
    public void loadOlder() {
        if (!endReached && !rows.isEmpty() && !loading.get()) {
            EventFilter asked = filter;
            long last = rows.getLast().id();
            ask(() -> store.older(asked, last, PAGE), page -> {
                rows.addAll(page);
                endReached = page.size() < PAGE;
            });
        }
    }

    /** Reads the first page anew. */
    public void reload() {
        endReached = false;
        EventFilter asked = filter;
        ask(() -> store.older(asked, Long.MAX_VALUE, PAGE), this::showFirst);
    }

    /** Reads the rows that are there anew, since events that are stored already have changed. */
    public void refresh() {
        if (loading.get() || rows.isEmpty() || following.get()) {
            // While it follows, the first page is all that is in sight.
            reload();
            return;
        }
        EventFilter asked = filter;
        long newest = rows.getFirst().id();
        int wanted = Math.min(rows.size(), MOST_FOLLOWED);
        changes.ask(() -> store.older(asked, newest + 1, wanted), page -> {
            if (asked.equals(filter)) {
                replace(page, wanted);
                // Above the first row another may pass the filter now.
                committed();
            }
        }, problem::set);
    }

    /** Row by row where few have come or gone, which keeps the place and what is selected. */
    private void replace(List<EventSummary> page, int wanted) {
        replacing.accept(() -> replaceRows(page, wanted));
    }

    private void replaceRows(List<EventSummary> page, int wanted) {
        Set<Long> found = page.stream().map(EventSummary::id).collect(Collectors.toSet());
        List<EventSummary> present = List.copyOf(rows.subList(0, Math.min(wanted, rows.size())));
        List<EventSummary> gone = present.stream().filter(row -> !found.contains(row.id())).toList();
        if (gone.size() > PAGE || page.size() + gone.size() > present.size() + PAGE) {
            rows.setAll(page);
            endReached = page.size() < wanted;
            return;
        }
        rows.removeAll(gone);
        for (int i = 0; i < page.size(); i++) {
            EventSummary event = page.get(i);
            if (i >= rows.size() || rows.get(i).id() < event.id()) {
                rows.add(i, event);
            } else if (!rows.get(i).equals(event)) {
                rows.set(i, event);
            }
        }
    }

    private void readFilter() {
        try {
            EventFilter typed = parser.parse(filterText.get());
            filterError.set(null);
            OptionalInt chosen = source.get();
            filter = chosen.isEmpty() ? typed : typed.and(new Term.SourceIs(Set.of(chosen.getAsInt())));
            // Another filter begins at its newest events, with nothing selected.
            following.set(!paused.get());
            reload();
        } catch (FilterException e) {
            filterError.set(e);
        }
    }

    private void ask(Callable<List<EventSummary>> question, Consumer<List<EventSummary>> answer) {
        loading.set(true);
        pages.ask(question, page -> {
            loading.set(false);
            problem.set(null);
            answer.accept(page);
        }, failure -> {
            loading.set(false);
            problem.set(failure);
        });
    }

    private void showFirst(List<EventSummary> page) {
        rows.setAll(page);
        endReached = page.size() < PAGE;
        newestSeen = page.isEmpty() ? 0 : page.getFirst().id();
        waiting.set(0);
    }

    private void lookForArrivals() {
        looking = lookAgain;
        if (!lookAgain) {
            return;
        }
        lookAgain = false;
        EventFilter asked = filter;
        long after = newestSeen;
        arrivals.ask(() -> store.newer(asked, after, PAGE), page -> {
            if (asked.equals(filter) && after == newestSeen) {
                arrived(page);
            } else {
                lookAgain = true;
            }
            breath.playFromStart();
        }, failure -> {
            problem.set(failure);
            breath.playFromStart();
        });
    }

    private void arrived(List<EventSummary> page) {
        if (page.isEmpty()) {
            return;
        }
        if (!following.get()) {
            waiting.set(waiting.get() + page.size());
            newestSeen = page.getLast().id();
            lookAgain |= page.size() == PAGE;
        } else if (page.size() == PAGE) {
            // More came than a page holds: the newest page instead of all between.
            reload();
        } else {
            newestSeen = page.getLast().id();
            rows.addAll(0, page.reversed());
            if (rows.size() > MOST_FOLLOWED) {
                rows.remove(MOST_FOLLOWED - PAGE, rows.size());
                endReached = false;
            }
        }
    }
}
