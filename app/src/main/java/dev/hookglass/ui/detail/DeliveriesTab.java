package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.event.Bytes;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where an event was sent again, and what was answered. */
final class DeliveriesTab {
    private final ListView<Attempt> list = new ListView<>();
    private final BodyTab body;
    private final HeadersTab headers = new HeadersTab();
    private final AnswerComparison comparison;
    private final Tab compared;
    private final VBox failure = new VBox();
    private final TabPane answer;
    private final StackPane below = new StackPane();
    private final SplitPane panes;
    private final StackPane root = new StackPane();

    DeliveriesTab(Background background) {
        body = new BodyTab(background);
        comparison = new AnswerComparison(background);
        compared = new Tab(text("deliveries.compared"), comparison.root());
        list.setCellFactory(_ -> new AttemptCell(this::before));
        list.getStyleClass().add("attempts");
        answer = new TabPane(new Tab(text("deliveries.answer.body"), body.root()),
                new Tab(text("deliveries.answer.headers"), headers.root()), compared);
        answer.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        failure.getStyleClass().add("notes");
        panes = new SplitPane(list, below);
        panes.setOrientation(Orientation.VERTICAL);
        panes.setDividerPositions(0.35);
        list.getSelectionModel().selectedItemProperty().subscribe(this::showAnswer);
        show(List.of());
    }

    Parent root() {
        return root;
    }

    /** The attempt before, to the same place. */
    private Optional<Attempt> before(Attempt attempt) {
        return list.getItems().stream()
                .filter(other -> other.id() < attempt.id() && other.request().url().equals(attempt.request().url()))
                .findFirst();
    }

    /** Shows attempts, newest first, the newest opened; does nothing if they are there already. */
    void show(List<Attempt> attempts) {
        if (!attempts.isEmpty() && list.getItems().equals(attempts)) {
            return;
        }
        list.getItems().setAll(attempts);
        if (attempts.isEmpty()) {
            root.getChildren().setAll(
                    new EmptyState(Icon.DELIVERY, text("deliveries.none.title"), text("deliveries.none.text")));
        } else {
            root.getChildren().setAll(panes);
            list.getSelectionModel().select(0);
        }
    }

    private void showAnswer(@Nullable Attempt attempt) {
        if (attempt == null) {
            return;
        }
        Optional<Attempt> before = before(attempt);
        compared.setDisable(before.isEmpty());
        before.ifPresent(earlier -> comparison.show(earlier, attempt));
        if (before.isEmpty() && compared.isSelected()) {
            answer.getSelectionModel().select(0);
        }
        switch (attempt.outcome()) {
            case Outcome.Answered answered -> {
                below.getChildren().setAll(answer);
                headers.show("HTTP " + answered.status() + " " + answered.reasonPhrase(), answered.headers(),
                        header -> header.is("Set-Cookie"));
                body.show(answered.body(), answered.headers());
            }
            case Outcome.Failed failed -> {
                body.show(Bytes.EMPTY, List.of());
                failure.getChildren().setAll(new Banner(Banner.Kind.DANGER, failed.reason()));
                below.getChildren().setAll(failure);
            }
        }
    }
}
