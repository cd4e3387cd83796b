package dev.hookglass.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A command's name, and its key at the right. */
final class CommandCell extends ListCell<Command> {
    private final Label name = new Label();
    private final Label key = new Label();
    private final HBox line = new HBox(10, name, key);

    /** @param onChosen called when it is clicked; it is selected by then */
    CommandCell(Runnable onChosen) {
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        key.getStyleClass().addAll("mono", "muted");
        key.setMinWidth(USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                onChosen.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (command == null || empty) {
            setGraphic(null);
            return;
        }
        name.setText(command.name());
        key.setText(command.key().map(Shortcut::display).orElse(""));
        setGraphic(line);
    }
}
