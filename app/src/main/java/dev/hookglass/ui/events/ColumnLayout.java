package dev.hookglass.ui.events;

import dev.hookglass.provider.ValueColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the columns of a source stand.
 *
 * @param columns from left to right, the hidden ones among them
 */
record ColumnLayout(List<Column> columns) {
    /** As it is at first. */
    static final ColumnLayout FIRST = new ColumnLayout(
            Arrays.stream(Fact.values()).map(fact -> new Column(fact.id(), "", "", fact.width(), fact.isShown()))
                    .toList());

    ColumnLayout {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param id a {@link Fact}’s, or made of its place
     * @param name the title of one that a person defined; else empty
     * @param place where such a one has its value; else empty
     * @param width in pixels
     * @param isShown whether it is visible
     */
    record Column(String id, String name, String place, double width, boolean isShown) {
        static Column of(ValueColumn own) {
            return new Column(idOf(own), own.name(), own.place().text(), 130, true);
        }

        static String idOf(ValueColumn own) {
            return "own:" + own.place().text();
        }

        Column withWidth(double changed) {
            return new Column(id, name, place, changed, isShown);
        }

        Column withShown(boolean changed) {
            return new Column(id, name, place, width, changed);
        }

        boolean isOwn() {
            return !place.isEmpty();
        }

        Optional<Fact> fact() {
            return Arrays.stream(Fact.values()).filter(fact -> fact.id().equals(id)).findFirst();
        }
    }

    Optional<Column> find(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    /** With another state of a column; at the end, if it was not there. */
    ColumnLayout with(Column changed) {
        List<Column> all = new ArrayList<>(columns);
        int at = columns.stream().map(Column::id).toList().indexOf(changed.id());
        if (at < 0) {
            all.add(changed);
        } else {
            all.set(at, changed);
        }
        return new ColumnLayout(all);
    }

    /** With a column so many places further to the right among those that are shown; as it is where that is beyond the edge. */
    ColumnLayout moved(String id, int by) {
        List<Column> shown = columns.stream().filter(Column::isShown).toList();
        int from = shown.stream().map(Column::id).toList().indexOf(id);
        int to = from + by;
        if (from < 0 || to < 0 || to >= shown.size()) {
            return this;
        }
        List<Column> all = new ArrayList<>(columns);
        int place = all.indexOf(shown.get(to));
        all.remove(shown.get(from));
        all.add(place, shown.get(from));
        return new ColumnLayout(all);
    }

    ColumnLayout without(String id) {
        return new ColumnLayout(columns.stream().filter(column -> !column.id().equals(id)).toList());
    }

    /** With every column that there is, as a file of an older edition may lack some, and none that there is not. */
    ColumnLayout whole() {
        ColumnLayout whole = new ColumnLayout(
                columns.stream().filter(column -> column.isOwn() || column.fact().isPresent()).toList());
        for (Column first : FIRST.columns()) {
            whole = whole.find(first.id()).isPresent() ? whole : whole.with(first.withShown(false));
        }
        return whole;
    }
}
