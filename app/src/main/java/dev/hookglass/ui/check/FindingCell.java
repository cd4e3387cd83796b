package dev.hookglass.ui.check;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.check.Expectation;
import dev.hookglass.check.Finding;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.OutcomeWords;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A finding: what was sent, what should have come of it and what did, and in words what is wrong about that. */
final class FindingCell extends ListCell<Finding> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double EXPECTED_WIDTH = 130;
    private static final double STATUS_WIDTH = 150;
    private static final double MILLIS_WIDTH = 70;

    private final FontIcon glyph = Icon.SUCCESS.node();
    private final Label name = new Label("", glyph);
    private final Label expected = new Label();
    private final Label status = new Label();
    private final Label millis = new Label();
    private final Label words = new Label();
    private final VBox cell;

    FindingCell() {
        name.getStyleClass().add("trial");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        expected.getStyleClass().add("muted");
        millis.getStyleClass().add("muted");
        words.getStyleClass().add("finding-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        width(expected, EXPECTED_WIDTH);
        width(status, STATUS_WIDTH);
        width(millis, MILLIS_WIDTH);
        millis.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(10, name, expected, status, millis);
        line.setAlignment(Pos.CENTER_LEFT);
        cell = new VBox(2, line, words);
        // The list is as wide as the sheet; long words wrap instead of making it wider.
        cell.setPrefWidth(0);
        getStyleClass().add("finding");
    }

    private static void width(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (finding == null || empty) {
            setGraphic(null);
            return;
        }
        pseudoClassStateChanged(FAILED, !finding.passed());
        (finding.passed() ? Icon.SUCCESS : Icon.DANGER).into(glyph);
        name.setText(finding.trial().name());
        expected.setText(expectation(finding.trial().expectation()));
        status.setText(OutcomeWords.status(finding.outcome()));
        status.getStyleClass().removeIf(style -> style.startsWith("status-"));
        status.getStyleClass().add(OutcomeWords.styleClass(finding.outcome()));
        millis.setText(text("deliveries.millis", OutcomeWords.millis(finding.outcome())));
        words.setText(finding.passed() ? finding.trial().because() : finding.words());
        setGraphic(cell);
    }

    private static String expectation(Expectation expectation) {
        return text("check.expected." + expectation.name().toLowerCase(Locale.ROOT));
    }
}
