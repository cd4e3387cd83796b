package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The keys and what they do. */
final class KeysSheet extends VBox {
    KeysSheet() {
        getStyleClass().add("sheet");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label(text("keys.title"));
        title.getStyleClass().add("title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (Shortcut shortcut : Shortcut.values()) {
            Label key = new Label(shortcut.display());
            key.getStyleClass().addAll("mono", "key");
            key.setMinWidth(USE_PREF_SIZE);
            Label meaning = new Label(text("keys." + shortcut.name()));
            meaning.setWrapText(true);
            meaning.setMinHeight(USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), key, meaning);
        }
        Label inEvents = new Label(text("keys.inEvents"));
        inEvents.getStyleClass().add("muted");
        inEvents.setWrapText(true);
        inEvents.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, grid, inEvents);
    }
}
