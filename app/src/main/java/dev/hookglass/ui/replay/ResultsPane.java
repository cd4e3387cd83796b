package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.payload.TextLines;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.code.PayloadView;
import dev.hookglass.ui.code.Syntax;
import dev.hookglass.workbench.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What came of each event of a run, as it comes; below, what was answered to the one that is selected. */
final class ResultsPane extends VBox {
    /** Enough of an answer to see what it is; the event's deliveries have all of it. */
    private static final int MOST_BYTES = 64 << 10;

    private final Workbench workbench;
    private final Latest reading;
    private final LongConsumer onShowEvent;
    private final Results results = new Results();
    private final TableView<ResultRow> table = new ResultsTable(results);
    private final Map<Shown, ToggleButton> chips = new EnumMap<>(Shown.class);
    private final Label title = new Label();
    private final PayloadView answer;
    private final Label empty = new Label(text("outcome.empty"));
    private final StackPane answerPlace = new StackPane();
    private final ActionButton show = new ActionButton(text("replay.showEvent"), this::showEvent);

    /** @param onShowEvent told of the event that a person wants to see */
    ResultsPane(Workbench workbench, Background background, LongConsumer onShowEvent) {
        this.workbench = workbench;
        this.reading = new Latest(background);
        this.onShowEvent = onShowEvent;
        answer = new PayloadView(background);
        table.getSelectionModel().selectedItemProperty().subscribe(this::read);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, show.flat());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tab-bar");
        VBox.setVgrow(answerPlace, Priority.ALWAYS);
        answerPlace.setMinHeight(0);
        answerPlace.setAlignment(Pos.TOP_LEFT);
        empty.getStyleClass().addAll("muted", "answer-empty");
        SplitPane panes = new SplitPane(table, new VBox(head, answerPlace));
        panes.setOrientation(Orientation.VERTICAL);
        panes.setDividerPositions(0.65);
        panes.setMinHeight(0);
        VBox.setVgrow(panes, Priority.ALWAYS);
        getChildren().addAll(chipBar(), panes);
        read(null);
    }

    private HBox chipBar() {
        ToggleGroup group = new ToggleGroup();
        HBox bar = new HBox(6);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("result-chips");
        for (Shown each : Shown.values()) {
            ToggleButton chip = new ToggleButton();
            chip.getStyleClass().add("quiet");
            chip.setId("results-" + each.name().toLowerCase(Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setUserData(each);
            chips.put(each, chip);
            bar.getChildren().add(chip);
        }
        group.getToggles().getFirst().setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else if (before != null) {
                results.show((Shown) now.getUserData());
            }
        });
        count();
        return bar;
    }

    private void count() {
        chips.forEach((each, chip) -> {
            chip.setText(text("replay.shown." + each.name(),
                    String.format(Locale.ROOT, "%,d", results.count(each))));
            chip.setDisable(each != Shown.ALL && results.count(each) == 0 && !chip.isSelected());
        });
    }

    Results results() {
        return results;
    }

    void begin() {
        table.getSelectionModel().clearSelection();
        chips.values().iterator().next().setSelected(true);
        results.empty();
        count();
    }

    void add(List<ResultRow> rows) {
        results.addAll(rows);
        count();
    }

    private void read(@Nullable ResultRow row) {
        answerPlace.getChildren().clear();
        show.setVisible(row != null);
        title.getStyleClass().remove("muted");
        if (row == null) {
            title.getStyleClass().add("muted");
        }
        title.setText(row == null
                ? text("replay.noneSelected")
                : text("replay.selected", row.eventId(), ResultWords.status(row.status()),
                        ResultWords.millis(row.micros())));
        if (row == null) {
            reading.drop();
        } else {
            reading.ask(() -> workbench.events().attempts().find(row.attemptId()), this::show, this::tell);
        }
    }

    private void show(Optional<Attempt> attempt) {
        switch (attempt.map(Attempt::outcome).orElse(null)) {
            case Outcome.Answered answered when answered.body().isEmpty() -> answerPlace.getChildren().setAll(empty);
            case Outcome.Answered answered -> {
                byte[] body = answered.body().array();
                answer.show(TextLines.of(new String(body, 0, Math.min(body.length, MOST_BYTES),
                        StandardCharsets.UTF_8)), Syntax.PLAIN);
                answerPlace.getChildren().setAll(answer);
            }
            case Outcome.Failed failed ->
                answerPlace.getChildren().setAll(new VBox(new Banner(Banner.Kind.DANGER, failed.reason())));
            case null -> answerPlace.getChildren().clear();
        }
    }

    private void tell(Problem problem) {
        answerPlace.getChildren().setAll(new VBox(new Banner(Banner.Kind.DANGER, problem.sentence())));
    }

    private void showEvent() {
        ResultRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            onShowEvent.accept(row.eventId());
        }
    }
}
