package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.FittingScroll;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keys and what they do. */
final class KeysSheet extends VBox {
    private static final double WIDTH = 480;

    KeysSheet(Runnable onClose) {
        getStyleClass().add("sheet");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label(text("keys.title"));
        title.getStyleClass().add("title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, new IconButton(Icon.CLOSE, text("keys.close"), onClose));
        head.setAlignment(Pos.CENTER_LEFT);
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
        VBox rows = new VBox(14, grid, inEvents);
        FittingScroll scroll = new FittingScroll(rows);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }
}
