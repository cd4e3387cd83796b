package dev.hookglass.ui.events;

import dev.hookglass.ledger.EventIds;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.events.Found.More;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Searches for what passes the filter: the first page, then the rest, and all of it anew where stored events have changed. For
 * the FX thread; the store is asked in the background.
 */
final class Search {
    /** Where events must be read to be tested, more are read only when they are scrolled to. */
    private static final int MOST_AHEAD = 20_000;

    final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    private final EventStore store;
    private final FilterInput input;
    private final RowReader reader;
    private final Supplier<EventIds> found;
    private final Listener listener;
    private final Latest searching;
    private final Latest changes;
    private Sorting sorting = Sorting.NEWEST_FIRST;
    private More more = More.NONE;
    private long version;

    /** Told what is found. */
    interface Listener {
        /** The first page of another search, or all of it. */
        void first(Found first);

        /** Events below those that were found before. */
        void older(EventIds older);

        /** Everything, in the place of what was found before. */
        void again(Found again);
    }

    /** @param found what was found so far, and what has arrived since */
    Search(EventStore store, FilterInput input, RowReader reader, Background background, Supplier<EventIds> found,
            Listener listener) {
        this.store = store;
        this.input = input;
        this.reader = reader;
        this.found = found;
        this.listener = listener;
        this.searching = new Latest(background);
        this.changes = new Latest(background);
    }

    Sorting sorting() {
        return sorting;
    }

    void setSorting(Sorting changed) {
        sorting = changed;
    }

    /** How it is searched at the moment. */
    Finder finder(Sorting order) {
        return new Finder(store, input.filter(), order, reader.work());
    }

    /** Whether the first page is there, and all that follows without being asked for. */
    boolean isOver() {
        return !loading.get() && more == More.NONE;
    }

    /** Whether stored events have changed since everything was found. */
    boolean isOutdated() {
        return more == More.NONE && version != store.ledger().version();
    }

    /** Finds everything anew, from the first page on. */
    void begin() {
        Finder finder = finder(sorting);
        changes.drop();
        loading.set(true);
        searching.ask(finder::first, first -> {
            loading.set(false);
            problem.set(null);
            version = store.ledger().version();
            listener.first(first);
            goOn(finder, first.more());
        }, failure -> {
            loading.set(false);
            problem.set(failure);
        });
    }

    private void goOn(Finder finder, More next) {
        more = next;
        switch (next) {
            case NONE -> {
            }
            case ALL_AT_ONCE -> searching.ask(finder::all, this::found, problem::set);
            case OLDER -> findOlder(finder);
        }
    }

    private void found(Found all) {
        more = More.NONE;
        again(all);
    }

    private void again(Found all) {
        version = store.ledger().version();
        listener.again(all);
    }

    /** Finds what was found once more, where that takes no time; what is there stays until then. */
    void refresh() {
        changes.ask(finder(sorting)::first, this::again, problem::set);
    }

    /** Reads more where the search has not come to its end. */
    void loadOlder() {
        if (more == More.OLDER && !loading.get()) {
            findOlder(finder(sorting));
        }
    }

    private void findOlder(Finder finder) {
        long than = found.get().isEmpty() ? Long.MAX_VALUE : found.get().get(0);
        searching.ask(() -> finder.older(than), older -> {
            more = older.more();
            listener.older(older.ids());
            if (more == More.OLDER && found.get().size() < MOST_AHEAD) {
                findOlder(finder);
            }
        }, problem::set);
    }
}
