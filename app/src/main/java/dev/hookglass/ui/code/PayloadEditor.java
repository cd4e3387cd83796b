package dev.hookglass.ui.code;

import dev.hookglass.payload.JsonTokens;
import dev.hookglass.ui.base.Messages;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

/**
 * A payload to edit: line numbers, colours, undo. Meant for what a person edits; a text with lines beyond some ten thousand
 * characters is better laid out first. For the FX thread.
 */
public final class PayloadEditor extends StackPane {
    /** Longer lines are not coloured, so that typing in them stays quick. */
    private static final int MOST_COLOURED = 20_000;
    /** Reserves room for so many line numbers. */
    private static final int MANY_LINES = 999;

    private final CodeArea area = new CodeArea();

    public PayloadEditor() {
        getStyleClass().add("payload-editor");
        area.setAccessibleText(Messages.text("payload.editor"));
        area.setTabSize(2);
        area.setLineEnding(LineEnding.LF);
        area.setLeftDecorator(new LineNumbers(index -> index + 1, MANY_LINES));
        getChildren().add(area);
        show("", Syntax.PLAIN);
    }

    /** Shows another text, from its beginning; what was done before cannot be undone. */
    public void show(String text, Syntax syntax) {
        area.setSyntaxDecorator(new Colours((_, line) -> syntax == Syntax.JSON && line.length() <= MOST_COLOURED
                ? JsonTokens.of(line)
                : List.of()));
        area.setText(text);
        area.clearUndoRedo();
        area.select(TextPos.ZERO);
    }

    /** The text as it stands, its lines joined by line feeds. */
    public String text() {
        return String.valueOf(area.getText());
    }

    /** Runs after every change until unsubscribed. */
    public Subscription onChange(Runnable listener) {
        StyledTextModel model = area.getModel();
        StyledTextModel.Listener onChange = change -> {
            if (change.isEdit()) {
                listener.run();
            }
        };
        model.addListener(onChange);
        return () -> model.removeListener(onChange);
    }

    public BooleanProperty editableProperty() {
        return area.editableProperty();
    }

    public BooleanProperty wrapTextProperty() {
        return area.wrapTextProperty();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }
}
