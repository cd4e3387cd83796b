package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.FilterWords;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The table of events, its empty states, and the pill that brings back the newest. */
public final class EventsView {
    private static final double ROW_HEIGHT = 30;
    private static final double NEAR_END = 0.95;

    private final EventsModel model;
    private final Supplier<Node> nothingYet;
    private final TableView<EventSummary> table = new TableView<>();
    private final EventActions actions;
    private final RowMenu menu;
    private final CellFilter cells;
    private final Button pill = new Button();
    private final StackPane emptyStates = new StackPane();
    private final BorderPane root = new BorderPane();
    private final ReadOnlyObjectWrapper<@Nullable EventSummary> selected = new ReadOnlyObjectWrapper<>();
    private boolean isReplacing;

    /**
     * @param sourceName names a source by its id
     * @param nothingYet made when there is no event at all
     * @param actions asked for what a person does with events
     */
    public EventsView(EventsModel model, IntFunction<String> sourceName, Supplier<Node> nothingYet,
            EventActions actions) {
        this.model = model;
        this.nothingYet = nothingYet;
        this.actions = actions;
        this.menu = new RowMenu(actions, sourceName, this::filterAlsoBy);
        this.cells = new CellFilter(sourceName, this::filterAlsoBy);
        EventColumns.addTo(table, sourceName);
        buildTable();
        buildPill();
        StackPane.setAlignment(pill, Pos.TOP_CENTER);
        StackPane.setMargin(pill, new Insets(38, 0, 0, 0));
        root.setCenter(new StackPane(table, pill));
        model.problemProperty().subscribe(this::showProblem);
    }

    public Parent root() {
        return root;
    }

    /** The event that a person looks at; null for none. */
    public ReadOnlyObjectProperty<@Nullable EventSummary> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The events that something is to be done with. */
    public List<EventSummary> selection() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
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

    private void buildTable() {
        table.setItems(model.rows());
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().add("events");
        table.setPlaceholder(emptyStates);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().selectedItemProperty().subscribe(event -> {
            if (event != null) {
                model.hold();
            }
            if (!isReplacing) {
                selected.set(event);
            }
        });
        model.whileReplacing(this::keepSelection);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setContextMenu(menu);
        menu.setOnShowing(_ -> menu.fill(selection(), cells.column(), model.isUnfiltered()));
        cells.addTo(table);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::moveByLetters);
        table.skinProperty().subscribe(_ -> followScrolling());
        model.rows().addListener((ListChangeListener<EventSummary>) _ -> showEmptyState());
        model.loadingProperty().subscribe(_ -> showEmptyState());
        model.sourceProperty().subscribe(source -> EventColumns.showSource(table, source.isEmpty()));
        showEmptyState();
    }

    /** The table forgets what is selected when its row is replaced, and nobody is to see that. */
    private void keepSelection(Runnable replacing) {
        EventSummary kept = selected.get();
        isReplacing = true;
        try {
            replacing.run();
            if (kept != null) {
                model.rows().stream().filter(row -> row.id() == kept.id()).findFirst()
                        .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
            }
        } finally {
            isReplacing = false;
        }
        selected.set(table.getSelectionModel().getSelectedItem());
    }

    /** j and k move as Down and Up do. */
    private void moveByLetters(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        if (key.getCode() == KeyCode.J) {
            move(1);
        } else if (key.getCode() == KeyCode.K) {
            move(-1);
        } else if (key.getCode() == KeyCode.DELETE && !selection().isEmpty()) {
            actions.delete(selection());
        } else if (key.getCode() == KeyCode.ESCAPE) {
            follow();
        }
    }

    private void move(int rows) {
        int next = table.getSelectionModel().getSelectedIndex() + rows;
        if (next >= 0 && next < model.rows().size()) {
            table.getSelectionModel().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - 3));
        }
    }

    private void filterAlsoBy(String term) {
        model.filterTextProperty().set(FilterWords.with(model.filterTextProperty().get(), term));
    }

    private void followScrolling() {
        for (Node node : table.lookupAll(".scroll-bar:vertical")) {
            if (node instanceof ScrollBar bar) {
                bar.valueProperty().subscribe(value -> scrolled(value.doubleValue()));
            }
        }
    }

    private void scrolled(double value) {
        if (value > 0) {
            model.hold();
        }
        if (value > NEAR_END) {
            model.loadOlder();
        }
    }

    private void buildPill() {
        pill.getStyleClass().addAll("accent", "pill");
        pill.setGraphic(Icon.NEWEST.node());
        pill.setOnAction(_ -> follow());
        pill.visibleProperty().bind(model.waitingProperty().greaterThan(0));
        ObservableValue<String> words = model.waitingProperty().map(number -> model.pausedProperty().get()
                ? text("events.pill.paused", count("events.new", number.longValue()))
                : count("events.new", number.longValue()));
        pill.textProperty().bind(words);
    }

    private void follow() {
        table.getSelectionModel().clearSelection();
        model.follow();
        if (!model.rows().isEmpty()) {
            table.scrollTo(0);
        }
    }

    private void showEmptyState() {
        if (!model.rows().isEmpty()) {
            return;
        }
        if (model.loadingProperty().get()) {
            emptyStates.getChildren().clear();
        } else if (!model.isUnfiltered()) {
            emptyStates.getChildren().setAll(new EmptyState(Icon.SEARCH, text("events.noMatch.title"),
                    text("events.noMatch.text")).withButton(text("events.noMatch.clear"), this::clearFilter));
        } else if (model.pausedProperty().get()) {
            emptyStates.getChildren().setAll(new EmptyState(Icon.PAUSE, text("events.paused.title"),
                    text("events.paused.text")).withButton(text("events.paused.resume"), this::follow));
        } else {
            emptyStates.getChildren().setAll(nothingYet.get());
        }
    }

    private void clearFilter() {
        model.filterTextProperty().set("");
        model.sourceProperty().set(OptionalInt.empty());
    }

    private void showProblem(@Nullable Problem problem) {
        root.setTop(problem == null
                ? null
                : new Banner(Banner.Kind.DANGER, problem.sentence()).withButton(text("events.tryAgain"),
                        model::reload));
    }
}
