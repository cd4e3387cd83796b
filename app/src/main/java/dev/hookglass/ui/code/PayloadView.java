package dev.hookglass.ui.code;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.Lines;
import dev.hookglass.payload.Lines.Match;
import dev.hookglass.payload.TextLines;
import dev.hookglass.payload.XmlTokens;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.CopyButton;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import org.jspecify.annotations.Nullable;

/**
 * A payload to read: line numbers, colours, search. What is shown costs as much as what is in sight, however long the payload;
 * what is copied is the payload as it is. For the FX thread.
 */
public final class PayloadView extends VBox {
    private final CodeArea area = new CodeArea();
    private final FindBar findBar;
    private Lines lines = TextLines.of("");
    private Syntax syntax = Syntax.PLAIN;

    /** @param background where a search runs */
    public PayloadView(Background background) {
        findBar = new FindBar(background, this::reveal, area::requestFocus);
        getStyleClass().add("payload-view");
        area.setEditable(false);
        area.setAccessibleText(text("payload.text"));
        area.getInputMap().registerFunction(RichTextArea.Tag.COPY, this::copy);
        area.getInputMap().register(KeyBinding.of(KeyCode.F3), findBar::next);
        area.getInputMap().register(KeyBinding.shift(KeyCode.F3), findBar::previous);
        area.focusedProperty().subscribe(this::placeCaret);
        setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(findBar, area);
        show(lines, Syntax.PLAIN);
    }

    /** Shows other lines, from their beginning. */
    public void show(Lines newLines, Syntax newSyntax) {
        lines = newLines;
        syntax = newSyntax;
        CodeTextModel model = new CodeTextModel(new LinesContent(newLines));
        model.setDecorator(new Colours(spans(newLines, newSyntax)));
        // In this order, and without moving the caret: each of these would otherwise lay everything out once more.
        area.setLeftDecorator(numbers(newLines));
        area.setModel(model);
        findBar.search(newLines);
    }

    private static @Nullable LineNumbers numbers(Lines lines) {
        int highest = lines.highestNumber();
        return highest == 0 ? null : new LineNumbers(lines::number, highest);
    }

    private static Colours.Spans spans(Lines lines, Syntax syntax) {
        return switch (syntax) {
            case PLAIN -> (_, _) -> List.of();
            case JSON -> new JsonSpans(lines);
            case XML -> (_, line) -> XmlTokens.of(line);
        };
    }

    /** Whether long lines go on below instead of to the right. */
    public BooleanProperty wrapTextProperty() {
        return area.wrapTextProperty();
    }

    /** The whole text, or that of the lines that are shown where it is none. */
    public String wholeText() {
        return lines instanceof TextLines text
                ? text.text()
                : lines.between(0, 0, lines.count() - 1, lines.line(lines.count() - 1).length());
    }

    /** Marks the character at an offset of the text, until other lines are shown. */
    public void mark(int offset) {
        place(offset).ifPresent(place -> {
            CodeTextModel model = new CodeTextModel(new LinesContent(lines));
            model.setDecorator(new Colours(new MarkedSpans(spans(lines, syntax), place)));
            area.setModel(model);
        });
    }

    /** Selects the character at an offset of the text and brings it into sight. */
    public void goTo(int offset) {
        place(offset).ifPresent(this::reveal);
    }

    /** The place of a character; at the end of the text that of the last one. */
    private Optional<Match> place(int offset) {
        if (!(lines instanceof TextLines text) || text.text().isEmpty()) {
            return Optional.empty();
        }
        int at = Math.min(offset, text.text().length() - 1);
        return Optional.of(text.match(at, at + 1));
    }

    /** Opens the search and puts the cursor into it. */
    public void find() {
        findBar.open();
    }

    /** What is selected, as it is in the payload. */
    public String selectedText() {
        SelectionSegment selection = area.getSelection();
        if (selection == null) {
            return "";
        }
        TextPos min = selection.getMin();
        TextPos max = selection.getMax();
        return lines.between(min.index(), min.offset(), max.index(), max.offset());
    }

    private void copy() {
        String selected = selectedText();
        if (!selected.isEmpty()) {
            CopyButton.copy(selected);
        }
    }

    /** New lines have no caret, and without one the arrow keys do nothing. */
    private void placeCaret(boolean focused) {
        if (focused && area.getCaretPosition() == null) {
            area.select(TextPos.ZERO);
        }
    }

    private void reveal(Match match) {
        area.select(TextPos.ofLeading(match.line(), match.column()),
                TextPos.ofLeading(match.endLine(), match.endColumn()));
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }
}
