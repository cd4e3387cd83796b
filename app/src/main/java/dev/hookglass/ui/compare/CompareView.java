package dev.hookglass.ui.compare;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.payload.Comparison;
import dev.hookglass.payload.EventText;
import dev.hookglass.payload.IgnoredPaths;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.Moments;
import dev.hookglass.ui.code.ComparisonCell;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two events side by side: heads or bodies, by lines, as JSON where it is JSON. For the FX thread. */
public final class CompareView {
    private static final String IGNORED = "compare.ignored";
    private static final double ROW_HEIGHT = 22;
    private static final double MOST_WIDTH = 1_600;
    private static final double IGNORED_WIDTH = 220;

    private final Latest comparing;
    private final Finder events;
    private final Function<EventSummary, Predicate<Header>> secrets;
    private final Choices choices;
    private final Label title = new Label();
    private final Label found = new Label();
    private final Label leftSide = new Label();
    private final Label rightSide = new Label();
    private final ToggleButton body = new ToggleButton(text("compare.body"));
    private final ToggleButton asSent = new ToggleButton(text("compare.asSent"));
    private final ToggleButton head = new ToggleButton(text("compare.head"));
    private final ToggleGroup parts = new ToggleGroup();
    private final CheckBox anyOrder = new CheckBox(text("compare.anyOrder"));
    private final TextField ignored = new TextField();
    private final ListView<Comparison.Row> rows = new ListView<>();
    private final StackPane notices = new StackPane();
    private final VBox root = new VBox();
    private @Nullable EventSummary left;
    private @Nullable EventSummary right;
    private List<Integer> differences = List.of();

    private enum Part {
        BODY, BODY_AS_SENT, HEAD
    }

    /** Reads an event; called in the background. */
    @FunctionalInterface
    public interface Finder {
        Optional<CapturedEvent> find(long id) throws Problem;
    }

    /**
     * @param secrets tells, for an event, which headers are masked
     * @param choices remembers what is passed over
     * @param onClose told when a person is done
     */
    public CompareView(Finder events, Function<EventSummary, Predicate<Header>> secrets, Background background,
            Choices choices, Runnable onClose) {
        this.choices = choices;
        this.events = events;
        this.secrets = secrets;
        this.comparing = new Latest(background);
        title.getStyleClass().add("title");
        found.getStyleClass().add("muted");
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.setCellFactory(_ -> new ComparisonCell());
        rows.getStyleClass().add("comparison");
        rows.setAccessibleText(text("compare.rows"));
        MenuItem ignore = new MenuItem(text("compare.ignore"));
        ignore.setOnAction(_ -> selectedPointer().ifPresent(this::ignore));
        rows.setContextMenu(new ContextMenu(ignore));
        rows.getContextMenu().setOnShowing(_ -> ignore.setDisable(selectedPointer().isEmpty()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F7) {
                step(key.isShiftDown() ? -1 : 1);
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                // The list would take it for itself.
                onClose.run();
                key.consume();
            }
        });
        VBox.setVgrow(rows, Priority.ALWAYS);
        root.getChildren().setAll(header(onClose), bar(), notices, sides(), rows);
        root.getStyleClass().add("compare");
        root.setMaxSize(MOST_WIDTH, Double.MAX_VALUE);
    }

    private HBox header(Runnable onClose) {
        HBox header = new HBox(8, title, space(), new IconButton(Icon.CLOSE, text("compare.close"), onClose));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("compare-head");
        return header;
    }

    private HBox bar() {
        for (ToggleButton part : List.of(body, asSent, head)) {
            part.setMinWidth(Region.USE_PREF_SIZE);
            part.getStyleClass().add("quiet");
            part.setToggleGroup(parts);
        }
        body.setSelected(true);
        parts.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                parts.selectToggle(before);
            } else {
                compare();
            }
        });
        anyOrder.setSelected(true);
        anyOrder.setMinWidth(Region.USE_PREF_SIZE);
        anyOrder.setTooltip(new Tooltip(text("compare.anyOrder.tip")));
        found.setMinWidth(Region.USE_PREF_SIZE);
        ignored.setPrefWidth(IGNORED_WIDTH);
        anyOrder.selectedProperty().subscribe(this::compare);
        anyOrder.disableProperty().bind(asSent.selectedProperty());
        ignored.setText(choices.get(IGNORED).orElse(""));
        ignored.setPromptText(text("compare.ignored"));
        ignored.setAccessibleText(text("compare.ignored"));
        ignored.disableProperty().bind(body.selectedProperty().not());
        ignored.textProperty().subscribe((_, paths) -> {
            choices.put(IGNORED, paths);
            compare();
        });
        HBox.setHgrow(ignored, Priority.ALWAYS);
        HBox bar = new HBox(8, body, asSent, head, anyOrder, ignored, found,
                new IconButton(Icon.PREVIOUS, text("compare.previous"), () -> step(-1)),
                new IconButton(Icon.NEXT, text("compare.next"), () -> step(1)));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("tab-bar");
        return bar;
    }

    private HBox sides() {
        for (Label side : List.of(leftSide, rightSide)) {
            side.getStyleClass().addAll("secondary", "muted");
            side.setMaxWidth(Double.MAX_VALUE);
            side.setPrefWidth(0);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        HBox sides = new HBox(leftSide, rightSide);
        sides.getStyleClass().add("comparison-sides");
        return sides;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    public Parent root() {
        return root;
    }

    /** Compares two events, the older one on the left. */
    public void show(EventSummary one, EventSummary other) {
        left = one.id() <= other.id() ? one : other;
        right = one.id() <= other.id() ? other : one;
        title.setText(text("compare.title", left.id(), right.id()));
        leftSide.setText(words(left));
        rightSide.setText(words(right));
        compare();
    }

    private static String words(EventSummary event) {
        String type = event.type() == null ? event.method() + " " + event.target() : event.type();
        return text("compare.side", event.id(), type, Moments.of(event.receivedAt()));
    }

    private void compare() {
        EventSummary first = left;
        EventSummary second = right;
        if (first == null || second == null) {
            return;
        }
        boolean sorts = anyOrder.isSelected();
        Part part = body.isSelected() ? Part.BODY : head.isSelected() ? Part.HEAD : Part.BODY_AS_SENT;
        IgnoredPaths paths = IgnoredPaths.parse(ignored.getText());
        comparing.ask(() -> Comparison.of(lines(first, part, sorts, paths), lines(second, part, sorts, paths)),
                this::showFound, this::showProblem);
    }

    private List<String> lines(EventSummary summary, Part part, boolean sorts, IgnoredPaths paths)
            throws Problem {
        CapturedEvent event = events.find(summary.id())
                .orElseThrow(() -> new Problem(text("compare.gone", summary.id())));
        List<Header> headers = event.request().headers();
        return switch (part) {
            case BODY -> EventText.body(event.body(), headers, sorts, paths);
            case BODY_AS_SENT -> EventText.bodyAsSent(event.body(), headers);
            case HEAD -> EventText.head(event.request(), sorts, secrets.apply(summary));
        };
    }

    private void showFound(Comparison comparison) {
        notices.getChildren().clear();
        differences = comparison.differences();
        rows.getItems().setAll(comparison.rows());
        found.setText(differences.isEmpty() ? text("compare.same") : count("compare.differences", differences.size()));
        if (!differences.isEmpty()) {
            reveal(differences.getFirst());
        }
    }

    /** Which place of the body the selected row shows. */
    private Optional<String> selectedPointer() {
        int row = rows.getSelectionModel().getSelectedIndex();
        return row < 0 || !body.isSelected() ? Optional.empty() : RowPointer.of(rows.getItems(), row);
    }

    private void ignore(String pointer) {
        String before = ignored.getText().strip();
        ignored.setText(before.isEmpty() ? pointer : before + ", " + pointer);
    }

    private void showProblem(Problem problem) {
        rows.getItems().clear();
        notices.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    private void step(int by) {
        if (differences.isEmpty()) {
            return;
        }
        int at = rows.getSelectionModel().getSelectedIndex();
        int next = (int) differences.stream().filter(start -> by > 0 ? start <= at : start < at).count();
        int wanted = by > 0 ? next : next - 1;
        reveal(differences.get(Math.floorMod(wanted, differences.size())));
    }

    private void reveal(int row) {
        rows.getSelectionModel().select(row);
        rows.scrollTo(Math.max(0, row - 4));
    }
}
