package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.ActionButton;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a tag for the selected events: another word, or one that is there already. */
final class TagForm extends VBox {
    private static final int MOST_OFFERED = 30;

    private final TextField field = new TextField();

    TagForm(int events, List<String> known, Consumer<String> onTag, Runnable onCancel) {
        getStyleClass().addAll("sheet", "tag-form");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label(count("tag.title", events));
        title.getStyleClass().add("title");
        field.setId("tag");
        field.setPromptText(text("tag.prompt"));
        field.setAccessibleText(text("tag.prompt"));
        field.setOnAction(_ -> accept(onTag));
        FlowPane offered = new FlowPane(6, 6);
        known.stream().limit(MOST_OFFERED)
                .forEach(tag -> offered.getChildren().add(new ActionButton(tag, () -> onTag.accept(tag)).flat()));
        HBox buttons = new HBox(8, new ActionButton(text("tag.add"), () -> accept(onTag)).accented(),
                new ActionButton(text("tag.cancel"), onCancel));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, field, offered, buttons);
    }

    private void accept(Consumer<String> onTag) {
        String tag = field.getText().strip();
        if (!tag.isEmpty()) {
            onTag.accept(tag);
        }
    }

    void focus() {
        field.requestFocus();
    }
}
