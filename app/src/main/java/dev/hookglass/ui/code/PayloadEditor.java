package dev.hookglass.ui.code;

import dev.hookglass.payload.JsonTokens;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.Messages;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
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
    private final CompletionPopup popup = new CompletionPopup(this::complete);
    private Syntax syntax = Syntax.PLAIN;
    private List<Mark> marks = List.of();
    private Completing completing = (_, _) -> List.of();

    /** Tells what can be written at the caret, an index into the text. Quick: it is asked on the FX thread. */
    @FunctionalInterface
    public interface Completing {
        List<Completion> at(String text, int caret);
    }

    public PayloadEditor() {
        getStyleClass().add("payload-editor");
        area.setAccessibleText(Messages.text("payload.editor"));
        area.setTabSize(2);
        area.setLineEnding(LineEnding.LF);
        area.setLeftDecorator(new LineNumbers(index -> index + 1, MANY_LINES));
        area.getInputMap().register(KeyBinding.control(KeyCode.SPACE), this::offer);
        area.getInputMap().registerFunction(RichTextArea.Tag.INSERT_LINE_BREAK, this::breakLine);
        area.addEventFilter(KeyEvent.KEY_PRESSED, popup::onKey);
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
        onChange(() -> {
            if (popup.isShowing()) {
                // The caret moves only once the text has changed.
                Fx.later(this::offer);
            }
        });
        getChildren().add(area);
        show("", Syntax.PLAIN);
    }

    /** Shows another text, from its beginning; what was done before cannot be undone. */
    public void show(String text, Syntax newSyntax) {
        syntax = newSyntax;
        marks = List.of();
        popup.hide();
        decorate(text);
        area.setText(text);
        area.clearUndoRedo();
        area.select(TextPos.ZERO);
    }

    private void decorate(String text) {
        Syntax shown = syntax;
        area.setSyntaxDecorator(new Colours((_, line) -> shown == Syntax.JSON && line.length() <= MOST_COLOURED
                ? JsonTokens.of(line)
                : List.of(), new LineMarks(text, marks)));
    }

    /** Underlines parts of the text as it stands, instead of those that were. */
    public void mark(List<Mark> newMarks) {
        if (!newMarks.equals(marks)) {
            marks = List.copyOf(newMarks);
            decorate(text());
        }
    }

    /** Asks what can be written at the caret when a person presses Ctrl+Space. */
    public void completeBy(Completing newCompleting) {
        completing = newCompleting;
    }

    /** Shows what can be written at the caret. */
    private void offer() {
        TextPos caret = area.getCaretPosition();
        Node node = area.lookup(".caret");
        Bounds place = node == null ? null : node.localToScreen(node.getBoundsInLocal());
        if (caret != null && place != null) {
            popup.show(area, place, completing.at(text(), index(caret)));
        }
    }

    /** A new line begins where the one before it does. */
    private void breakLine() {
        SelectionSegment selection = area.getSelection();
        if (selection != null && area.isEditable()) {
            TextPos start = selection.getMin();
            String line = area.getPlainText(start.index()).substring(0, start.offset());
            area.select(area.replaceText(start, selection.getMax(), "\n" + line.replaceFirst("\\S.*", "")));
        }
    }

    private void complete(Completion chosen) {
        area.replaceText(position(chosen.start()), position(chosen.end()), chosen.text());
        // An empty text is to be written next.
        int empty = chosen.text().indexOf("\"\"");
        area.select(position(chosen.start() + (empty < 0 ? chosen.text().length() : empty + 1)));
    }

    /** Puts the caret to a char of the text and shows it. */
    public void reveal(int index) {
        area.requestFocus();
        area.select(position(index));
    }

    private int index(TextPos position) {
        int index = position.offset();
        for (int line = 0; line < position.index(); line++) {
            index += area.getPlainText(line).length() + 1;
        }
        return index;
    }

    private TextPos position(int index) {
        int rest = index;
        int line = 0;
        while (line + 1 < area.getParagraphCount() && rest > area.getPlainText(line).length()) {
            rest -= area.getPlainText(line++).length() + 1;
        }
        return TextPos.ofLeading(line, Math.min(rest, area.getPlainText(line).length()));
    }

    /** Whether the text is shown as JSON. */
    public boolean isJson() {
        return syntax == Syntax.JSON;
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
