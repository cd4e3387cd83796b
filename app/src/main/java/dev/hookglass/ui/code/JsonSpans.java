package dev.hookglass.ui.code;

import dev.hookglass.payload.JsonTokens;
import dev.hookglass.payload.JsonTokens.Span;
import dev.hookglass.payload.Lines;
import java.util.ArrayList;
import java.util.List;

/** The colours of JSON lines, also where a long one was cut: a token may begin in one part and end in another. */
final class JsonSpans implements Colours.Spans {
    /** Lines cut into more parts than this are not coloured: their tokens are too many to be held at once. */
    private static final int MOST_PARTS = 1_024;

    private final Lines lines;
    private int first = -1;
    private List<Span> spansOfFirst = List.of();
    private int[] offsetsOfParts = {};

    JsonSpans(Lines lines) {
        this.lines = lines;
    }

    @Override
    public List<Span> of(int index, String text) {
        if (isWhole(index)) {
            return JsonTokens.of(text);
        }
        int start = index;
        while (lines.number(start) == 0) {
            start--;
        }
        readFrom(start);
        return spansOfFirst.isEmpty() ? List.of() : within(offsetsOfParts[index - start], text.length());
    }

    private boolean isWhole(int index) {
        return lines.number(index) > 0 && !goesOn(index);
    }

    private boolean goesOn(int index) {
        return index + 1 < lines.count() && lines.number(index + 1) == 0;
    }

    private void readFrom(int start) {
        if (start == first) {
            return;
        }
        first = start;
        spansOfFirst = List.of();
        int end = start;
        while (goesOn(end) && end - start < MOST_PARTS) {
            end++;
        }
        if (end - start < MOST_PARTS) {
            spansOfFirst = JsonTokens.of(lines.between(start, 0, end, lines.line(end).length()));
            offsetsOfParts = offsets(start, end);
        }
    }

    private int[] offsets(int start, int end) {
        int[] offsets = new int[end - start + 1];
        for (int part = 1; part < offsets.length; part++) {
            offsets[part] = offsets[part - 1] + lines.line(start + part - 1).length();
        }
        return offsets;
    }

    private List<Span> within(int offset, int length) {
        List<Span> spans = new ArrayList<>();
        for (int i = firstEndingBehind(offset); i < spansOfFirst.size(); i++) {
            Span span = spansOfFirst.get(i);
            if (span.start() >= offset + length) {
                break;
            }
            spans.add(new Span(Math.max(span.start() - offset, 0), Math.min(span.end() - offset, length), span.kind()));
        }
        return spans;
    }

    private int firstEndingBehind(int offset) {
        int low = 0;
        int high = spansOfFirst.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spansOfFirst.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
