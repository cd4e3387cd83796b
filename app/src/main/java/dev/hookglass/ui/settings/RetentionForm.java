package dev.hookglass.ui.settings;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.Retention;
import dev.hookglass.ui.base.ActionButton;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How much is kept; an empty field is no limit. */
final class RetentionForm extends VBox {
    private static final long MEGABYTE = 1_000_000;
    private static final long MOST = 1_000_000_000;

    private final TextField events;
    private final TextField megabytes;
    private final TextField days;
    private final Consumer<Problem> onProblem;
    private final Consumer<Retention> onSave;

    RetentionForm(Retention kept, Consumer<Problem> onProblem, Consumer<Retention> onSave) {
        this.onProblem = onProblem;
        this.onSave = onSave;
        events = field("events", kept.events());
        megabytes = field("megabytes", kept.bytes() / MEGABYTE);
        days = field("days", kept.days());
        HBox row = new HBox(8, word("settings.storage.keep"), events, word("settings.storage.events"), megabytes,
                word("settings.storage.megabytes"), days, word("settings.storage.days"),
                new ActionButton(text("settings.storage.save"), this::save));
        row.setAlignment(Pos.CENTER_LEFT);
        Label explained = new Label(text("settings.storage.keep.explained"));
        explained.getStyleClass().add("muted");
        explained.setWrapText(true);
        explained.setMinHeight(USE_PREF_SIZE);
        setSpacing(6);
        getChildren().addAll(row, explained);
    }

    private static Label word(String key) {
        Label label = new Label(text(key));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private TextField field(String id, long value) {
        TextField field = new TextField(value == 0 ? "" : Long.toString(value));
        field.setId("keep-" + id);
        field.setAccessibleText(text("settings.storage.keep") + " … " + text("settings.storage." + id));
        field.setPrefColumnCount(6);
        field.setMinWidth(60);
        field.setOnAction(_ -> save());
        return field;
    }

    private void save() {
        try {
            onSave.accept(new Retention(number(events), number(megabytes) * MEGABYTE, (int) number(days)));
        } catch (Problem problem) {
            onProblem.accept(problem);
        }
    }

    private static long number(TextField field) throws Problem {
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("\\d{1,10}") || Long.parseLong(typed) > MOST) {
            throw new Problem(text("settings.storage.wrong", typed));
        }
        return Long.parseLong(typed);
    }
}
