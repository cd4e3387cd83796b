package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.provider.ValueColumn;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Place;
import dev.hookglass.ui.base.ActionButton;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where a person defines a column: its title, and where an event has its value. */
final class ColumnForm extends VBox {
    private final TextField name = field(text("events.columns.name"));
    private final TextField place = field(text("events.columns.place"));
    private final Label error = new Label();
    private final Consumer<ValueColumn> onAdd;
    private final Runnable onClose;

    ColumnForm(Consumer<ValueColumn> onAdd, Runnable onClose) {
        this.onAdd = onAdd;
        this.onClose = onClose;
        getStyleClass().add("column-form");
        error.getStyleClass().add(Styles.DANGER);
        error.setWrapText(true);
        show("");
        HBox.setHgrow(place, Priority.ALWAYS);
        Button cancel = new ActionButton(text("events.columns.cancel"), onClose);
        getChildren().addAll(new HBox(8, name, place,
                new ActionButton(text("events.columns.addNow"), this::add).accented(), cancel), error);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                add();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                key.consume();
            }
        });
    }

    private static TextField field(String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        return field;
    }

    void focus() {
        name.requestFocus();
    }

    private void add() {
        try {
            Place read = Place.of(place.getText());
            onAdd.accept(new ValueColumn(name.getText().isBlank() ? read.text() : name.getText().strip(), read));
            onClose.run();
        } catch (Problem problem) {
            show(problem.sentence());
        }
    }

    private void show(String sentence) {
        error.setText(sentence);
        error.setVisible(!sentence.isEmpty());
        error.setManaged(!sentence.isEmpty());
    }
}
