package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A command's name, and at the right its key, or what it lacks at the moment. */
final class CommandCell extends ListCell<Command> {
    private static final PseudoClass LACKING = PseudoClass.getPseudoClass("lacking");

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
        // As wide as the list, which would else scroll sideways.
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                onChosen.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        pseudoClassStateChanged(LACKING, command != null && command.whyNot().isPresent());
        if (command == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String right = command.whyNot().or(() -> command.key().map(Shortcut::display)).orElse("");
        name.setText(command.name());
        key.setText(right);
        setAccessibleText(right.isEmpty() ? command.name() : text("palette.command", command.name(), right));
        setGraphic(line);
    }
}
