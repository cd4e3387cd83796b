package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.payload.Comparison;
import dev.hookglass.payload.EventText;
import dev.hookglass.payload.IgnoredPaths;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.OutcomeWords;
import dev.hookglass.ui.code.ComparisonCell;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a target answered, beside what it answered the time before. */
final class AnswerComparison {
    private static final double ROW_HEIGHT = 22;

    private final Latest comparing;
    private final Label found = new Label();
    private final ListView<Comparison.Row> rows = new ListView<>();
    private final VBox root;

    AnswerComparison(Background background) {
        comparing = new Latest(background);
        found.setWrapText(true);
        found.setMinHeight(Label.USE_PREF_SIZE);
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.setCellFactory(_ -> new ComparisonCell());
        rows.getStyleClass().add("comparison");
        rows.setAccessibleText(text("deliveries.compared.rows"));
        VBox.setVgrow(rows, Priority.ALWAYS);
        HBox bar = new HBox(found);
        bar.getStyleClass().add("tab-bar");
        root = new VBox(bar, rows);
    }

    Parent root() {
        return root;
    }

    /** Compares an attempt to one before it, which stands on the left. */
    void show(Attempt before, Attempt now) {
        rows.getItems().clear();
        found.setText("");
        comparing.ask(() -> Comparison.of(lines(before.outcome()), lines(now.outcome())),
                comparison -> show(before, now, comparison), this::tell);
    }

    private void show(Attempt before, Attempt now, Comparison comparison) {
        int differences = comparison.differences().size();
        found.setText(text("deliveries.compared.words", OutcomeWords.status(before.outcome()),
                OutcomeWords.status(now.outcome()),
                differences == 0 ? text("compare.same") : count("compare.differences", differences)));
        rows.getItems().setAll(comparison.rows());
    }

    private static List<String> lines(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered ->
                EventText.body(answered.body(), answered.headers(), true, IgnoredPaths.parse(""));
            case Outcome.Failed failed -> List.of(failed.reason());
        };
    }

    private void tell(Problem problem) {
        found.setText(problem.sentence());
    }
}
