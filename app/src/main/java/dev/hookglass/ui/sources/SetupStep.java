package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A step of a set-up: what to do, what to copy for it, and a tick once it is known to be done. */
final class SetupStep {
    private static final int MOST_LINES = 5;

    private final VBox content = new VBox(6);
    private final FlowPane buttons = new FlowPane(8, 8);
    private final HBox root;

    SetupStep(String title, boolean isDone) {
        Label heading = new Label(title);
        heading.getStyleClass().add("setup-heading");
        content.getChildren().add(heading);
        Label sign = new Label();
        sign.getStyleClass().add("setup-sign");
        sign.setMinSize(Label.USE_PREF_SIZE, Label.USE_PREF_SIZE);
        if (isDone) {
            sign.setGraphic(Icon.SUCCESS.node());
            sign.setAccessibleText(text("setup.done"));
            sign.getStyleClass().add("done");
        } else {
            sign.setText("○");
            sign.setAccessibleText(text("setup.open"));
        }
        HBox.setHgrow(content, Priority.ALWAYS);
        root = new HBox(10, sign, content);
        root.setAccessibleText(title);
        root.getStyleClass().add("setup-step");
    }

    Parent root() {
        return root;
    }

    SetupStep say(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return add(label);
    }

    /** Something to paste elsewhere. */
    SetupStep code(String code, String meaning) {
        TextArea words = new TextArea(code);
        words.setEditable(false);
        words.setWrapText(true);
        words.setAccessibleText(meaning);
        words.getStyleClass().add("mono");
        words.setPrefRowCount((int) Math.min(MOST_LINES, code.lines().count()));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox block = new HBox(6, words, new CopyButton(meaning, () -> code));
        block.setAlignment(Pos.TOP_LEFT);
        return add(block);
    }

    SetupStep button(String label, Runnable action) {
        if (!content.getChildren().contains(buttons)) {
            content.getChildren().add(buttons);
        }
        buttons.getChildren().add(new ActionButton(label, action));
        return this;
    }

    SetupStep add(Node node) {
        content.getChildren().add(node);
        return this;
    }
}
