package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.code.Mark;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** In what a body differs from its schema; choosing a line shows the place. Takes no room where there is nothing to say. */
final class FindingsList extends ListView<BodyCheck.Finding> {
    private static final double ROW = 22;
    private static final int MOST_ROWS = 4;

    /** @param onChosen told of the one whose place is to be shown */
    FindingsList(Consumer<BodyCheck.Finding> onChosen) {
        getStyleClass().add("body-findings");
        setAccessibleText(text("compose.findings"));
        setFixedCellSize(ROW);
        setCellFactory(_ -> new Cell());
        setOnMouseClicked(_ -> choose(onChosen));
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                choose(onChosen);
            }
        });
        show(List.of());
    }

    private void choose(Consumer<BodyCheck.Finding> onChosen) {
        BodyCheck.Finding chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onChosen.accept(chosen);
        }
    }

    void show(List<BodyCheck.Finding> findings) {
        if (!getItems().equals(findings)) {
            getItems().setAll(findings);
        }
        setVisible(!findings.isEmpty());
        setManaged(!findings.isEmpty());
        double height = Math.min(findings.size(), MOST_ROWS) * ROW + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private static final class Cell extends ListCell<BodyCheck.Finding> {
        @Override
        protected void updateItem(BodyCheck.@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            getStyleClass().removeAll("note", "problem");
            if (empty || finding == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            boolean isNote = finding.mark().kind() == Mark.Kind.NOTE;
            setText(finding.sentence());
            setGraphic((isNote ? Icon.INFO : Icon.WARNING).node());
            getStyleClass().add(isNote ? "note" : "problem");
        }
    }
}
