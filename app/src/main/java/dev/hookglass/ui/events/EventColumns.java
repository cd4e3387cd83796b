package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.events.ColumnLayout.Column;
import dev.hookglass.ui.events.TableMemory.Sort;
import dev.hookglass.provider.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/** The columns of the table as a person chose, ordered and sized them, for each source. For the FX thread. */
final class EventColumns {
    private static final double SMALLEST = 48;
    private static final double MOST_FROM_CONTENT = 180;

    private final TableView<EventRow> table;
    private final TableMemory memory;
    private final IntFunction<String> sourceName;
    private final Supplier<List<String>> sourceNames;
    private final Consumer<OwnValues> onValues;
    private final Consumer<Sorting> onSort;
    private final ContextMenu menu = new ContextMenu();
    private OptionalInt source = OptionalInt.empty();
    private ColumnLayout layout = ColumnLayout.FIRST;
    /** Whether columns are being replaced, between which nothing is sorted; nor before the first ones are there. */
    private boolean isBuilding = true;

    /**
     * @param sourceNames all names of sources, so that the column at first has room for them
     * @param onValues told which values are to be read for the rows in sight
     * @param onSort told how the rows are to stand
     */
    EventColumns(TableView<EventRow> table, TableMemory memory, IntFunction<String> sourceName,
            Supplier<List<String>> sourceNames, Consumer<OwnValues> onValues, Consumer<Sorting> onSort) {
        this.table = table;
        this.memory = memory;
        this.sourceName = sourceName;
        this.sourceNames = sourceNames;
        this.onValues = onValues;
        this.onSort = onSort;
        table.setColumnResizePolicy(new ColumnWidths(this::isFlexible));
        table.setSortPolicy(_ -> {
            if (!isBuilding) {
                rememberSort();
                onSort.accept(sorting());
            }
            return true;
        });
    }

    /** Fills the menu of the column headers whenever it opens. */
    void setMenu(Supplier<ColumnMenu> content) {
        // A menu without items would never open, and never be filled.
        menu.getItems().setAll(content.get().items());
        menu.setOnShowing(_ -> menu.getItems().setAll(content.get().items()));
    }

    ColumnLayout layout() {
        return layout;
    }

    /** Shows the columns of a source. */
    void show(OptionalInt chosen) {
        remember();
        source = chosen;
        layout = memory.layout(chosen);
        build();
    }

    /** Shows other columns, and remembers them. */
    void change(ColumnLayout changed) {
        layout = changed;
        memory.setLayout(source, changed);
        build();
    }

    /** Moves a column so many places to the right. */
    void move(String id, int by) {
        change(current().moved(id, by));
    }

    /** Makes a column wider or narrower, as dragging its edge does. */
    void resize(String id, double by) {
        table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst()
                .ifPresent(column -> table.resizeColumn(column, by));
        remember();
    }

    /** The columns as they are now. */
    ColumnLayout current() {
        ColumnLayout current = new ColumnLayout(List.of());
        for (TableColumn<EventRow, ?> shown : table.getColumns()) {
            Column column = layout.find(shown.getId()).orElseThrow();
            current = current.with(column.withWidth(shown.getPrefWidth()));
        }
        for (Column column : layout.columns()) {
            current = current.find(column.id()).isPresent() ? current : current.with(column);
        }
        return current;
    }

    /** Forgets what was chosen. */
    void reset() {
        memory.reset(source);
        layout = memory.layout(source);
        build();
    }

    /** Notes how the columns stand. */
    void remember() {
        if (!table.getColumns().isEmpty() && !current().equals(layout)) {
            layout = current();
            memory.setLayout(source, layout);
        }
    }

    private void build() {
        List<TableColumn<EventRow, ?>> columns = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Column column : layout.columns()) {
            if (column.isShown()) {
                columns.add(column.fact().<TableColumn<EventRow, ?>>map(fact -> column(column, fact))
                        .orElseGet(() -> own(column, places.size())));
                if (column.isOwn()) {
                    places.add(new Place(column.place()));
                }
            }
        }
        onValues.accept(new OwnValues(places));
        isBuilding = true;
        table.getSortOrder().clear();
        table.getColumns().setAll(columns);
        isBuilding = false;
        Sort sort = memory.sort();
        sortBy(columns.stream().anyMatch(column -> sort.column().equals(column.getId())) ? sort : Sort.NEWEST_FIRST);
        if (table.getSortOrder().isEmpty()) {
            // Neither column is shown, so that the table has not asked.
            onSort.accept(Sorting.NEWEST_FIRST);
        }
    }

    private void sortBy(Sort sort) {
        table.getColumns().stream().filter(column -> sort.column().equals(column.getId())).findFirst()
                .ifPresent(column -> {
                    column.setSortType(sort.descending() ? SortType.DESCENDING : SortType.ASCENDING);
                    table.getSortOrder().add(column);
                });
    }

    private void rememberSort() {
        memory.setSort(table.getSortOrder().stream().findFirst()
                .map(column -> new Sort(column.getId(), column.getSortType() == SortType.DESCENDING))
                .orElse(Sort.NEWEST_FIRST));
    }

    private TableColumn<EventRow, ?> column(Column column, Fact fact) {
        TableColumn<EventRow, EventRow.Content> built = column(column, text("events.column." + fact.id()),
                () -> EventCells.of(fact, sourceName));
        built.setSortable(fact.order().isPresent());
        switch (fact) {
            case TIME -> built.getStyleClass().add("time");
            case MARKS -> built.getStyleClass().add("marks");
            case SIZE, DURATION, ATTEMPT -> built.getStyleClass().add("number");
            default -> {
            }
        }
        return built;
    }

    private TableColumn<EventRow, ?> own(Column column, int index) {
        TableColumn<EventRow, EventRow.Content> built = column(column, column.name(), () -> EventCells.value(index));
        built.setSortable(false);
        return built;
    }

    private TableColumn<EventRow, EventRow.Content> column(Column column, String title,
            Supplier<EventCells.ContentCell> cell) {
        TableColumn<EventRow, EventRow.Content> built = new TableColumn<>(title);
        built.setId(column.id());
        built.setCellValueFactory(row -> row.getValue().contentProperty());
        built.setCellFactory(_ -> cell.get());
        built.setMinWidth(Math.min(SMALLEST, column.width()));
        built.setPrefWidth(width(column));
        built.setContextMenu(menu);
        return built;
    }

    /** As a person left it; at first, the column of the sources is as wide as their names. */
    private double width(Column column) {
        return column.fact().equals(Optional.of(Fact.SOURCE)) && column.width() == Fact.SOURCE.width()
                ? Math.clamp(sourceNames.get().stream().mapToDouble(EventCells::width).max().orElse(0), SMALLEST,
                        MOST_FROM_CONTENT)
                : column.width();
    }

    private boolean isFlexible(String id) {
        return layout.find(id).flatMap(Column::fact).map(Fact::isFlexible).orElse(true);
    }

    private Sorting sorting() {
        return table.getSortOrder().stream().findFirst()
                .flatMap(column -> layout.find(column.getId()).flatMap(Column::fact).flatMap(Fact::order)
                        .map(order -> new Sorting(order, column.getSortType() == SortType.DESCENDING)))
                .orElse(Sorting.NEWEST_FIRST);
    }
}
