package dev.hookglass.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON text as a tree of places in that text: numbers keep their digits, strings their escapes, and names that occur twice
 * are there twice, because no value is ever made of them.
 */
public final class JsonTree extends TextTree implements TreeReading {
    /** Among more members than this it is not looked whether a name occurs twice. */
    private static final int MOST_SIBLINGS = 5_000;

    private final boolean isSequence;

    JsonTree(String text, OutlineNodes nodes, boolean isSequence) {
        super(text, nodes);
        this.isSequence = isSequence;
    }

    /** Reads a text. Never throws. A megabyte takes some ten milliseconds: not for the FX thread. */
    public static TreeReading read(String text) {
        return JsonTreeReader.read(text, false);
    }

    /** The same for several documents one behind the other, be it in lines or after U+001E (RFC 7464): a list of them. */
    public static TreeReading readSequence(String text) {
        return JsonTreeReader.read(text, true);
    }

    /** The text laid out; takes its time as well, and may be refused although the text is in order. */
    public Pretty pretty() {
        return isSequence ? JsonPretty.formatSequence(text) : JsonPretty.format(text);
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The first character of the value: of a container its opening one. */
    private char first(int node) {
        return isSequence && node == 0 ? '[' : text.charAt(nodes.start(node));
    }

    public boolean isObject(int node) {
        return first(node) == '{';
    }

    public boolean isArray(int node) {
        return first(node) == '[';
    }

    public boolean isString(int node) {
        return first(node) == '"';
    }

    /** The name of a member without escapes; empty for the root and the items of arrays. */
    public Optional<String> name(int node) {
        int start = nodes.name(node);
        return start < 0 ? Optional.empty() : Optional.of(JsonStrings.unescaped(text, start + 1, endOfName(node)));
    }

    /** Where the closing quote of a name stands. */
    private int endOfName(int node) {
        int at = nodes.name(node) + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    /** Whether another member of the same object has this one's name. */
    public boolean isDuplicate(int node) {
        if (nodes.name(node) < 0) {
            return false;
        }
        int object = nodes.parent(node);
        Optional<String> name = name(node);
        int looked = 0;
        for (int other = object + 1; other < nodes.next(object) && looked < MOST_SIBLINGS; other = nodes.next(other)) {
            looked++;
            if (other != node && name(other).equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Piece> pieces(int node, boolean isOpen) {
        List<Piece> pieces = new ArrayList<>();
        if (nodes.name(node) >= 0) {
            pieces.add(new Piece(cut(text.substring(nodes.name(node), endOfName(node) + 1)), Look.KEY));
            pieces.add(new Piece(isDuplicate(node) ? " duplicate name" : "", Look.WARNING));
            pieces.add(new Piece(": ", Look.PUNCTUATION));
        } else if (node > 0) {
            pieces.add(new Piece(nodes.index(node) + " ", Look.INDEX));
        }
        addValue(node, isOpen, pieces);
        return pieces;
    }

    private void addValue(int node, boolean isOpen, List<Piece> pieces) {
        switch (first(node)) {
            case '{' -> addContainer(node, isOpen, "{", "}", "member", pieces);
            case '[' -> {
                if (isSequence && node == 0) {
                    addContainer(node, isOpen, "", "", "document", pieces);
                } else {
                    addContainer(node, isOpen, "[", "]", "item", pieces);
                }
            }
            case '"' -> addScalar(node, Look.STRING, pieces);
            case 't', 'f', 'n' -> addScalar(node, Look.LITERAL, pieces);
            default -> addScalar(node, Look.NUMBER, pieces);
        }
    }

    private void addContainer(int node, boolean isOpen, String opening, String closing, String held,
            List<Piece> pieces) {
        int children = nodes.children(node);
        pieces.add(new Piece(isOpen && children > 0
                ? opening
                : children > 0
                        ? opening + "…" + closing
                        : opening + closing,
                Look.PUNCTUATION));
        if (children > 0) {
            pieces.add(new Piece("  " + String.format("%,d", children) + " " + held + (children == 1 ? "" : "s"),
                    Look.NOTE));
        }
    }

    private void addScalar(int node, Look look, List<Piece> pieces) {
        int length = nodes.end(node) - nodes.start(node);
        if (length <= MOST_SHOWN) {
            pieces.add(new Piece(source(node), look));
        } else {
            pieces.add(new Piece(text.substring(nodes.start(node), nodes.start(node) + MOST_SHOWN) + "…", look));
            pieces.add(new Piece("  " + String.format("%,d", length) + " characters", Look.NOTE));
        }
    }

    @Override
    public String value(int node) {
        return isString(node)
                ? JsonStrings.unescaped(text, nodes.start(node) + 1, nodes.end(node) - 1)
                : source(node);
    }

    @Override
    public String path(int node) {
        return JsonPaths.path(this, node);
    }

    @Override
    public String pointer(int node) {
        return JsonPaths.pointer(this, node);
    }

    @Override
    public int find(String pointer) {
        return JsonPaths.find(this, pointer, 0, true);
    }

    /** The node to which a pointer leads from another node on; empty if there is none. */
    public Optional<Integer> find(int from, String pointer) {
        int found = JsonPaths.find(this, pointer, from, false);
        return found < 0 ? Optional.empty() : Optional.of(found);
    }

    int index(int node) {
        return nodes.index(node);
    }

    /** The direct children of a node, in their order, as far as a limit. */
    public List<Integer> childrenOf(int node, int most) {
        List<Integer> children = new ArrayList<>();
        for (int child = node + 1; child < nodes.next(node) && children.size() < most; child = nodes.next(child)) {
            children.add(child);
        }
        return children;
    }
}
