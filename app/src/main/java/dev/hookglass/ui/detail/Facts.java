package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names and what they stand for, one below the other. */
final class Facts {
    /** So that several of these below each other have their values in one column. */
    private static final double NAME_WIDTH = 76;

    private final GridPane grid = new GridPane();

    Facts() {
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
    }

    Parent root() {
        return grid;
    }

    void clear() {
        grid.getChildren().clear();
    }

    /** @param key the end of the message key {@code signature.…} of its name */
    void add(String key, String value) {
        add(key, SignatureTab.words(value));
    }

    /** What a machine wrote. */
    void addMono(String key, String value) {
        Label label = SignatureTab.words(value);
        label.getStyleClass().add("mono");
        add(key, label);
    }

    void add(String key, Node value) {
        Label name = new Label(text("signature." + key));
        name.getStyleClass().add("muted");
        name.setMinWidth(NAME_WIDTH);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
    }
}
