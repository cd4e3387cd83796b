package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.events.ColumnLayout.Column;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Where a person moves and sizes columns without a mouse: a column is chosen, and buttons do it as often as they are pressed. */
final class ColumnArranger extends HBox {
    private static final double STEP = 16;

    private final EventColumns columns;
    private final ComboBox<String> choice = new ComboBox<>();
    private List<Column> shown = List.of();

    ColumnArranger(EventColumns columns, Runnable onClose) {
        this.columns = columns;
        Label label = new Label(text("events.arrange.column"));
        label.setLabelFor(choice);
        choice.setAccessibleText(text("events.arrange.column"));
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getStyleClass().add("column-arranger");
        getChildren().addAll(label, choice, button("left", () -> columns.move(chosen(), -1)),
                button("right", () -> columns.move(chosen(), 1)),
                button("narrower", () -> columns.resize(chosen(), -STEP)),
                button("wider", () -> columns.resize(chosen(), STEP)), space,
                new ActionButton(text("events.arrange.done"), onClose));
        refresh();
        choice.getSelectionModel().selectFirst();
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                key.consume();
            }
        });
    }

    private ActionButton button(String key, Runnable action) {
        return new ActionButton(text("events.arrange." + key), () -> {
            int place = choice.getSelectionModel().getSelectedIndex();
            if (place >= 0) {
                String id = chosen();
                action.run();
                refresh();
                choice.getSelectionModel().select(shown.stream().map(Column::id).toList().indexOf(id));
            }
        });
    }

    private String chosen() {
        return shown.get(choice.getSelectionModel().getSelectedIndex()).id();
    }

    private void refresh() {
        shown = columns.current().columns().stream().filter(Column::isShown).toList();
        choice.getItems().setAll(shown.stream().map(ColumnMenu::title).toList());
    }

    void focus() {
        choice.requestFocus();
    }
}
