package dev.hookglass.payload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lays JSON out as {@link JsonPretty} does, but so that two documents can be compared line by line: members by name where
 * their order does not count, and values at ignored places as an ellipsis. Tokens stay as they are written.
 */
public final class JsonSorted {
    private static final String IGNORED = "…";

    private final JsonScanner in;
    private final boolean sorts;
    private final IgnoredPaths ignored;

    private JsonSorted(String text, boolean sorts, IgnoredPaths ignored) {
        this.in = new JsonScanner(text);
        this.sorts = sorts;
        this.ignored = ignored;
    }

    /** The lines, or empty if the text is no JSON, or too deep. Never throws. */
    public static Optional<List<String>> lines(String text, boolean sorts, IgnoredPaths ignored) {
        JsonSorted document = new JsonSorted(text, sorts, ignored);
        try {
            List<String> lines = new ArrayList<>();
            document.value("", "", "", 0, lines);
            document.in.expectEnd();
            return Optional.of(lines);
        } catch (JsonScanner.Unexpected e) {
            return Optional.empty();
        }
    }

    private record Member(String name, List<String> lines) {}

    /**
     * Adds the lines of a value.
     *
     * @param before what stands before it on its first line, the indent included
     */
    private void value(String pointer, String indent, String before, int depth, List<String> lines)
            throws JsonScanner.Unexpected {
        if (depth > JsonBody.MOST_DEPTH) {
            throw in.unexpected("Too deep");
        }
        int start = lines.size();
        switch (in.peek()) {
            case '{' -> object(pointer, indent, before, depth, lines);
            case '[' -> array(pointer, indent, before, depth, lines);
            default -> {
                StringBuilder scalar = new StringBuilder(before);
                in.copyScalar(scalar);
                lines.add(scalar.toString());
            }
        }
        if (ignored.contains(pointer)) {
            lines.subList(start, lines.size()).clear();
            lines.add(before + IGNORED);
        }
    }

    private void object(String pointer, String indent, String before, int depth, List<String> lines)
            throws JsonScanner.Unexpected {
        in.take();
        List<Member> members = new ArrayList<>();
        String inner = indent + "  ";
        boolean more = in.peek() != '}';
        while (more) {
            StringBuilder name = new StringBuilder();
            in.copyName(name);
            List<String> of = new ArrayList<>();
            value(pointer + "/" + step(name), inner, inner + name + ": ", depth + 1, of);
            members.add(new Member(name.toString(), of));
            more = comma('}');
        }
        in.take();
        if (sorts) {
            // Stable, so that members of one name keep their order, which does count.
            members.sort(Comparator.comparing(Member::name));
        }
        enclose(before, indent, '{', '}', members.stream().map(Member::lines).toList(), lines);
    }

    private void array(String pointer, String indent, String before, int depth, List<String> lines)
            throws JsonScanner.Unexpected {
        in.take();
        List<List<String>> items = new ArrayList<>();
        String inner = indent + "  ";
        boolean more = in.peek() != ']';
        while (more) {
            List<String> of = new ArrayList<>();
            value(pointer + "/" + items.size(), inner, inner, depth + 1, of);
            items.add(of);
            more = comma(']');
        }
        in.take();
        enclose(before, indent, '[', ']', items, lines);
    }

    /** Whether another member or item follows; the closing character is left to be taken. */
    private boolean comma(char closing) throws JsonScanner.Unexpected {
        if (in.peek() == ',') {
            in.take();
            return true;
        }
        if (in.peek() != closing) {
            throw in.unexpectedHere("a comma");
        }
        return false;
    }

    /** Without commas: a new last item would else change the line before it. */
    private static void enclose(String before, String indent, char opening, char closing, List<List<String>> items,
            List<String> lines) {
        if (items.isEmpty()) {
            lines.add(before + opening + closing);
            return;
        }
        lines.add(before + opening);
        items.forEach(lines::addAll);
        lines.add(indent + closing);
    }

    /** A member's name as a pointer has it; names with escapes are compared as they are written. */
    private static String step(StringBuilder quotedName) {
        return quotedName.substring(1, quotedName.length() - 1).replace("~", "~0").replace("/", "~1");
    }
}
