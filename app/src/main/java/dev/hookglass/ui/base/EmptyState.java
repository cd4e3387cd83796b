package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where nothing is to be shown: why, and what to do about it. */
public final class EmptyState extends VBox {
    public EmptyState(Icon icon, String title, String text) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        getChildren().addAll(icon.node(), centred(title, "empty-state-title"), centred(text, "empty-state-text"));
    }

    private static Label centred(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Adds something to type elsewhere, such as a curl command, with a button that copies it. */
    public EmptyState withCode(String code) {
        Label words = new Label(code);
        words.getStyleClass().add("mono");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox block = new HBox(words, new CopyButton(text("copy.command"), () -> code));
        block.getStyleClass().add("code-block");
        block.setAlignment(Pos.TOP_LEFT);
        getChildren().add(block);
        return this;
    }

    /** Adds further ways on, below a line of words; without words for none. */
    public EmptyState withMore(String words, List<ActionButton> ways) {
        if (!words.isEmpty()) {
            getChildren().add(centred(words, "empty-state-more"));
        }
        FlowPane line = new FlowPane(8, 6);
        line.setAlignment(Pos.CENTER);
        line.getChildren().setAll(ways);
        getChildren().add(line);
        return this;
    }

    /** Adds the one button that leads on. */
    public EmptyState withButton(String label, Runnable action) {
        getChildren().add(new ActionButton(label, action).accented());
        return this;
    }
}
