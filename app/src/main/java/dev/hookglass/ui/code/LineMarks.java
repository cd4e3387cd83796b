package dev.hookglass.ui.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The marks of a text by its lines; each within one line, as JSON's tokens are. */
final class LineMarks {
    static final LineMarks NONE = new LineMarks("", List.of());

    private final Map<Integer, List<Mark>> byLine = new HashMap<>();

    LineMarks(String text, List<Mark> marks) {
        int line = 0;
        int first = 0;
        for (Mark mark : marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            for (int end = text.indexOf('\n', first); end >= 0 && end < mark.start(); end = text.indexOf('\n', first)) {
                line++;
                first = end + 1;
            }
            byLine.computeIfAbsent(line, _ -> new ArrayList<>())
                    .add(new Mark(mark.start() - first, mark.end() - first, mark.kind()));
        }
    }

    /** The marks of the line at an index, counted from its beginning; none behind its end, which may have moved. */
    List<Mark> of(int line, int length) {
        return byLine.getOrDefault(line, List.of())
                .stream()
                .filter(mark -> mark.start() < length)
                .map(mark -> new Mark(mark.start(), Math.min(mark.end(), length), mark.kind()))
                .toList();
    }
}
