package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.FilterWords;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.ValueColumn;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.events.ColumnLayout.Column;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The table of events with the line above it, and its empty states. */
public final class EventsView {
    private static final double ROW_HEIGHT = 30;
    private static final double NEAR_END = 0.95;

    private final EventsModel model;
    private final TableMemory memory;
    private final TableView<EventRow> table = new TableView<>();
    private final EventColumns columns;
    private final EventActions actions;
    private final RowMenu menu;
    private final CellFilter cells;
    private final TableBar bar;
    private final VBox above = new VBox();
    private final BorderPane root = new BorderPane();
    private final Selection selection;
    private final BooleanProperty isInstead = new SimpleBooleanProperty();

    /**
     * @param memory the columns as they were left, and what was seen
     * @param sourceName names a source by its id
     * @param sourceNames all names of sources
     * @param proposed the columns that a source's provider proposes; all of them where none is chosen
     * @param nothingYet made when there is no event at all
     * @param actions asked for what a person does with events
     */
    public EventsView(EventsModel model, TableMemory memory, IntFunction<String> sourceName,
            Supplier<List<String>> sourceNames, Function<OptionalInt, List<ValueColumn>> proposed,
            Supplier<Node> nothingYet, EventActions actions) {
        this.model = model;
        this.memory = memory;
        this.actions = actions;
        this.selection = new Selection(table, model, memory);
        this.menu = new RowMenu(actions, sourceName, this::filterAlsoBy, selection::seeAll);
        this.cells = new CellFilter(sourceName, this::filterAlsoBy);
        columns = new EventColumns(table, memory, sourceName, sourceNames, model::setValues, model::sort);
        Supplier<ColumnMenu> chosen = () -> new ColumnMenu(columns, proposed.apply(model.sourceProperty().get()),
                this::askColumn, this::arrangeColumns);
        columns.setMenu(chosen);
        ContextMenu choice = new ContextMenu();
        choice.setOnShowing(_ -> choice.getItems().setAll(chosen.get().items()));
        choice.getItems().setAll(chosen.get().items());
        bar = new TableBar(model, choice, this::follow);
        table.setPlaceholder(new EmptyStates(model, nothingYet, this::follow));
        buildTable();
        above.getChildren().add(bar);
        root.setTop(above);
        root.setCenter(table);
        model.problemProperty().subscribe(this::showProblem);
    }

    public Parent root() {
        return root;
    }

    /** Puts something above the table and its line. */
    public void addAbove(Node node) {
        above.getChildren().addFirst(node);
    }

    /** Lets a person see something else in the table's place, by a button in the line above. */
    public void addInstead(Node node, Icon icon, String meaning) {
        ToggleButton button = new ToggleButton(null, icon.node());
        button.getStyleClass().addAll("quiet", Styles.BUTTON_ICON);
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        button.selectedProperty().bindBidirectional(isInstead);
        isInstead.subscribe(isShown -> root.setCenter(isShown ? node : table));
        bar.addButton(button);
    }

    /** Shows what was added in the table's place, or the table again. */
    public void toggleInstead() {
        isInstead.set(!isInstead.get());
    }

    /** The event that a person looks at; null for none. */
    public ReadOnlyObjectProperty<@Nullable EventSummary> selectedProperty() {
        return selection.shownProperty();
    }

    /** The events that something is to be done with. */
    public List<EventSummary> selection() {
        return selection.events();
    }

    /** How many events are selected. */
    public ObservableValue<Integer> selectedNumberProperty() {
        return selection.numberProperty();
    }

    /** Puts the keyboard into the table. */
    public void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /** Draws the rows anew, because names in them have changed. */
    public void refresh() {
        table.refresh();
    }

    /** Writes down what is remembered of the table. */
    public void save() {
        columns.remember();
        memory.save();
    }

    private void buildTable() {
        table.setItems(model.rows());
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().add("events");
        table.setRowFactory(_ -> new MarkedRow(memory));
        table.setAccessibleText(text("events.table"));
        table.setContextMenu(menu);
        menu.setOnShowing(_ -> menu.fill(selection(), cells.column(), model.isUnfiltered()));
        cells.addTo(table);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        RowSkin<EventRow> skin = new RowSkin<>(table);
        table.setSkin(skin);
        skin.scrolledProperty().subscribe(value -> scrolled(value.doubleValue()));
        model.sourceProperty().subscribe(columns::show);
    }

    /** j and k move as Down and Up do. */
    private void pressed(KeyEvent key) {
        menu.marks().pressed(key, selection());
        if (key.isShortcutDown() && key.getCode() == KeyCode.A) {
            selection.selectAll();
            key.consume();
        } else if (key.isShortcutDown() || key.isAltDown()) {
            return;
        } else if (key.getCode() == KeyCode.J) {
            selection.move(1);
        } else if (key.getCode() == KeyCode.K) {
            selection.move(-1);
        } else if (key.getCode() == KeyCode.DELETE && !selection().isEmpty()) {
            actions.delete(selection());
        } else if (key.getCode() == KeyCode.ESCAPE) {
            table.getSelectionModel().clearSelection();
            follow();
        }
    }

    private void filterAlsoBy(String term) {
        model.filterTextProperty().set(FilterWords.with(model.filterTextProperty().get(), term));
    }

    private void scrolled(double value) {
        if (value > 0) {
            model.hold();
        }
        if (value > NEAR_END) {
            model.loadOlder();
        }
    }

    private void follow() {
        model.follow();
        if (!model.rows().isEmpty()) {
            table.scrollTo(0);
        }
    }

    private void askColumn() {
        ColumnForm form = new ColumnForm(own -> {
            columns.change(columns.current().with(Column.of(own)));
            // Once the table has laid it out.
            Fx.later(() -> table.scrollToColumn(table.getColumns().getLast()));
        }, this::closeForm);
        open(form);
        form.focus();
    }

    /** Lets a person move and size the columns by keys. */
    public void arrangeColumns() {
        ColumnArranger form = new ColumnArranger(columns, this::closeForm);
        open(form);
        form.focus();
    }

    /** In the place of another that is open. */
    private void open(Node form) {
        above.getChildren().removeIf(EventsView::isForm);
        above.getChildren().add(form);
    }

    private void closeForm() {
        above.getChildren().removeIf(EventsView::isForm);
        table.requestFocus();
    }

    private static boolean isForm(Node node) {
        return node instanceof ColumnForm || node instanceof ColumnArranger;
    }

    private void showProblem(@Nullable Problem problem) {
        above.getChildren().removeIf(node -> node instanceof Banner);
        if (problem != null) {
            above.getChildren().add(new Banner(Banner.Kind.DANGER, problem.sentence())
                    .withButton(text("events.tryAgain"), model::reload));
        }
    }
}
