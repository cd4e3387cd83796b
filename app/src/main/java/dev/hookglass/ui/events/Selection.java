package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What is selected in the table, kept while its rows are replaced; what a person looks at counts as seen. */
final class Selection {
    /** More rows are not selected at once: what is done with them needs them in memory. */
    private static final int MOST_SELECTED = 2_000;
    /** Rows that stay in sight above the one that is moved to. */
    private static final int CONTEXT = 3;

    private final TableView<EventRow> table;
    private final EventsModel model;
    private final TableMemory memory;
    private final ReadOnlyObjectWrapper<@Nullable EventSummary> shown = new ReadOnlyObjectWrapper<>();
    /** Kept, since the list of the selected holds who counts it but weakly. */
    private final IntegerBinding number;
    private boolean isReplacing;

    Selection(TableView<EventRow> table, EventsModel model, TableMemory memory) {
        this.table = table;
        this.model = model;
        this.memory = memory;
        rows().setSelectionMode(SelectionMode.MULTIPLE);
        number = Bindings.size(rows().getSelectedItems());
        rows().selectedItemProperty().flatMap(EventRow::contentProperty).map(EventRow.Content::event)
                .subscribe(this::show);
        model.whileReplacing(this::keep);
    }

    private MultipleSelectionModel<EventRow> rows() {
        return table.getSelectionModel();
    }

    /** The event that a person looks at; null for none. */
    ReadOnlyObjectProperty<@Nullable EventSummary> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** All that are selected. */
    List<EventSummary> events() {
        return rows().getSelectedItems().stream().filter(Objects::nonNull).limit(MOST_SELECTED).map(EventRow::event)
                .filter(Objects::nonNull).toList();
    }

    /** How many are selected. */
    ObservableValue<Integer> numberProperty() {
        return number.map(Number::intValue);
    }

    void selectAll() {
        rows().selectRange(0, Math.min(MOST_SELECTED, model.rows().size()));
    }

    /** Selects the row that lies so many further down. */
    void move(int by) {
        int next = rows().getSelectedIndex() + by;
        if (next >= 0 && next < model.rows().size()) {
            rows().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - CONTEXT));
        }
    }

    /** Takes all events for seen. */
    void seeAll() {
        memory.seeAll(model.foundProperty().get().last());
        mark();
    }

    private void show(@Nullable EventSummary event) {
        if (event != null) {
            model.hold();
        }
        if (!isReplacing) {
            shown.set(event);
            if (event != null && memory.isUnread(event.id())) {
                memory.see(event.id());
                mark();
            }
        }
    }

    private void mark() {
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof MarkedRow marked) {
                marked.mark();
            }
        }
    }

    /** The table forgets what is selected when its rows are replaced, and nobody is to see that. */
    private void keep(Runnable replacing) {
        List<EventRow> kept = rows().getSelectedItems().stream().filter(Objects::nonNull).limit(MOST_SELECTED).toList();
        EventSummary looked = shown.get();
        int first = rows().getSelectedIndex();
        isReplacing = true;
        try {
            replacing.run();
            rows().clearSelection();
            int[] places = kept.stream().filter(row -> looked == null || row.id() != looked.id())
                    .mapToInt(model.rows()::indexOf).filter(place -> place >= 0).toArray();
            for (int place : places) {
                rows().select(place);
            }
            // Last, so that it is the one that is shown.
            int place = looked == null ? -1 : model.rows().indexOf(new EventRow(looked.id()));
            if (place >= 0) {
                rows().select(place);
            } else if (places.length == 0 && first >= 0 && model.wasDeletion() && !model.rows().isEmpty()) {
                rows().select(Math.min(first, model.rows().size() - 1));
            }
        } finally {
            isReplacing = false;
        }
        EventRow row = rows().getSelectedItem();
        show(row == null ? null : row.event());
    }
}
