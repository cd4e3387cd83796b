package dev.hookglass.ui.code;

import dev.hookglass.payload.JsonTokens.Kind;
import dev.hookglass.payload.JsonTokens.Span;
import dev.hookglass.payload.Lines.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * The colours of lines with one place marked in them.
 *
 * @param plain the colours without the mark
 * @param place what is marked; it begins in one line and is no longer than that
 */
record MarkedSpans(Colours.Spans plain, Match place) implements Colours.Spans {
    @Override
    public List<Span> of(int index, String text) {
        if (index != place.line() || place.column() >= text.length()) {
            return plain.of(index, text);
        }
        int start = place.column();
        int end = place.endLine() == index ? Math.min(place.endColumn(), text.length()) : text.length();
        List<Span> spans = new ArrayList<>();
        for (Span span : plain.of(index, text)) {
            addPart(spans, span.start(), Math.min(span.end(), start), span.kind());
        }
        spans.add(new Span(start, end, Kind.MISTAKE));
        for (Span span : plain.of(index, text)) {
            addPart(spans, Math.max(span.start(), end), span.end(), span.kind());
        }
        return spans;
    }

    private static void addPart(List<Span> spans, int start, int end, Kind kind) {
        if (start < end) {
            spans.add(new Span(start, end, kind));
        }
    }
}
