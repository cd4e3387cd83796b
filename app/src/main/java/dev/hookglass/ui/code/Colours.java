package dev.hookglass.ui.code;

import dev.hookglass.payload.JsonTokens.Span;
import java.util.List;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/** Colours the lines of a code area, each when it comes into sight. The colours themselves are in CSS. */
final class Colours implements SyntaxDecorator {
    private final Spans spans;
    private final LineMarks marks;

    Colours(Spans spans) {
        this(spans, LineMarks.NONE);
    }

    /** Underlines what is marked as well. */
    Colours(Spans spans, LineMarks marks) {
        this.spans = spans;
        this.marks = marks;
    }

    /** Where the spans of a line come from. */
    @FunctionalInterface
    interface Spans {
        /** The spans of the line at an index, in their order, without overlaps. */
        List<Span> of(int index, String text);
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String text = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder();
        int at = 0;
        for (Span span : spans.of(index, text)) {
            add(paragraph, text.substring(at, span.start()));
            paragraph.addWithStyleNames(text.substring(span.start(), span.end()), styleClass(span));
            at = span.end();
        }
        add(paragraph, text.substring(at));
        for (Mark mark : marks.of(index, text.length())) {
            paragraph.addWavyUnderline(mark.start(), mark.end() - mark.start(),
                    "mark-" + mark.kind().name().toLowerCase(Locale.ROOT));
        }
        return paragraph.build();
    }

    private static void add(RichParagraph.Builder paragraph, String plain) {
        if (!plain.isEmpty()) {
            paragraph.addWithStyleNames(plain, "code");
        }
    }

    private static String styleClass(Span span) {
        return "json-" + span.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Nothing to do: a line's colours depend on no other line. */
    @Override
    public void handleChange(CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded,
            int charsBottom) {}
}
