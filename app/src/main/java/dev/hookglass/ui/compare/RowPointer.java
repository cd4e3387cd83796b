package dev.hookglass.ui.compare;

import dev.hookglass.payload.Comparison.Piece;
import dev.hookglass.payload.Comparison.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which place of the JSON a row of a comparison shows, found by going up from it along the indents. */
final class RowPointer {
    private static final Pattern MEMBER = Pattern.compile("\\s*\"((?:[^\"\\\\]|\\\\.)*)\": .*", Pattern.DOTALL);

    private final List<Row> rows;
    private final Function<Row, List<Piece>> side;

    private RowPointer(List<Row> rows, Function<Row, List<Piece>> side) {
        this.rows = rows;
        this.side = side;
    }

    /** The JSON pointer of what a row shows, by the side that has it; empty for the whole document and for closing lines. */
    static Optional<String> of(List<Row> rows, int index) {
        Function<Row, List<Piece>> side = rows.get(index).leftNumber() > 0 ? Row::left : Row::right;
        return new RowPointer(rows, side).pointer(index);
    }

    private Optional<String> pointer(int index) {
        String line = line(index);
        if (line.isBlank() || "]}".indexOf(line.strip().charAt(0)) >= 0) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>();
        int at = index;
        while (indent(line(at)) > 0) {
            int parent = parent(at);
            if (parent < 0) {
                return Optional.empty();
            }
            steps.addFirst(step(parent, at));
            at = parent;
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of("/" + String.join("/", steps));
    }

    private int parent(int child) {
        int indent = indent(line(child));
        int at = child - 1;
        while (at >= 0 && (line(at).isEmpty() || indent(line(at)) >= indent)) {
            at--;
        }
        return at;
    }

    private String step(int parent, int child) {
        Matcher member = MEMBER.matcher(line(child));
        if (member.matches() && line(parent).endsWith("{")) {
            return member.group(1).replace("~", "~0").replace("/", "~1");
        }
        int indent = indent(line(child));
        long before = rows.subList(parent + 1, child).stream().map(this::line)
                .filter(line -> !line.isEmpty() && indent(line) == indent && "]}".indexOf(line.charAt(indent)) < 0)
                .count();
        return Long.toString(before);
    }

    private String line(int index) {
        return line(rows.get(index));
    }

    private String line(Row row) {
        return side.apply(row).stream().map(Piece::text).collect(Collectors.joining());
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
