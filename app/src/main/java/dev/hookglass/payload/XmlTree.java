package dev.hookglass.payload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML text as a tree of places in that text. Only markup is told from text: no entity is ever replaced and nothing is
 * fetched, and a document type declaration is refused.
 */
public final class XmlTree extends TextTree implements TreeReading {
    private static final Pattern TAG_PART = Pattern.compile("(?<quoted>\"[^\"]*\"|'[^']*')|(?<name>[^\\s=<>/?\"']+)|.",
            Pattern.DOTALL);

    XmlTree(String text, OutlineNodes nodes) {
        super(text, nodes);
    }

    /** Reads a text. Never throws; not for the FX thread. */
    public static TreeReading read(String text) {
        return XmlTreeReader.read(text);
    }

    /** Laid out, one tag a line, two spaces a level. White space between tags is lost. */
    public String pretty() {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 2);
        Deque<Integer> open = new ArrayDeque<>();
        for (int node = 1; node < count(); node++) {
            closeUpTo(node, open, out);
            indent(open.size(), out);
            if (children(node) > 0) {
                out.append(tag(node));
                open.push(node);
            } else {
                out.append(source(node).strip());
            }
        }
        closeUpTo(count(), open, out);
        return out.toString();
    }

    private void closeUpTo(int node, Deque<Integer> open, StringBuilder out) {
        while (!open.isEmpty() && end(open.peek()) <= node) {
            int closed = open.pop();
            indent(open.size(), out);
            out.append(text, text.lastIndexOf("</", nodes.end(closed) - 1), nodes.end(closed));
        }
    }

    private static void indent(int depth, StringBuilder out) {
        out.append(out.isEmpty() ? "" : "\n").append("  ".repeat(Math.min(depth, JsonBody.MOST_DEPTH)));
    }

    private boolean isElement(int node) {
        return nodes.name(node) >= 0;
    }

    private String tag(int node) {
        return text.substring(nodes.start(node), XmlTreeReader.endOfTag(text, nodes.start(node)));
    }

    private String elementName(int node) {
        int start = nodes.start(node) + 1;
        return text.substring(start, XmlTreeReader.endOfName(text, start));
    }

    @Override
    public List<Piece> pieces(int node, boolean isOpen) {
        List<Piece> pieces = new ArrayList<>();
        if (node == 0) {
            pieces.add(new Piece("XML", Look.NOTE));
        } else if (isElement(node)) {
            addTag(tag(node), pieces);
            addHeld(node, isOpen, pieces);
        } else {
            String source = source(node).strip();
            pieces.add(new Piece(shown(source), source.startsWith("<") ? Look.NOTE : Look.STRING));
        }
        return pieces;
    }

    private void addHeld(int node, boolean isOpen, List<Piece> pieces) {
        String held = value(node).strip();
        if (children(node) > 0) {
            pieces.add(new Piece(isOpen ? "" : "…", Look.PUNCTUATION));
        } else if (!held.isEmpty()) {
            pieces.add(new Piece(shown(held), Look.STRING));
            pieces.add(new Piece("</" + elementName(node) + ">", Look.PUNCTUATION));
        }
    }

    private static String shown(String source) {
        String line = source.lines().map(String::strip).reduce((one, other) -> one + " " + other).orElse("");
        return cut(line);
    }

    private static void addTag(String tag, List<Piece> pieces) {
        boolean isFirst = true;
        for (Matcher part = TAG_PART.matcher(shown(tag)); part.find();) {
            if (part.group("quoted") != null) {
                pieces.add(new Piece(part.group(), Look.STRING));
            } else if (part.group("name") != null) {
                pieces.add(new Piece(part.group(), isFirst ? Look.KEY : Look.LITERAL));
                isFirst = false;
            } else {
                pieces.add(new Piece(part.group(), Look.PUNCTUATION));
            }
        }
    }

    /** Of an element what stands between its tags, exactly as sent. */
    @Override
    public String value(int node) {
        if (!isElement(node)) {
            return source(node);
        }
        int start = XmlTreeReader.endOfTag(text, nodes.start(node));
        int end = text.lastIndexOf("</", nodes.end(node) - 1);
        return end < start ? "" : text.substring(start, end);
    }

    @Override
    public String path(int node) {
        return pointer(node);
    }

    /** An XPath by element names, with a number where several are alike. */
    @Override
    public String pointer(int node) {
        StringBuilder path = new StringBuilder();
        for (int at = node; at > 0; at = parent(at)) {
            path.insert(0, "/" + step(at));
        }
        return path.toString();
    }

    private String step(int node) {
        if (!isElement(node)) {
            return source(node).startsWith("<!--") ? "comment()" : "text()";
        }
        int number = 0;
        int alike = 0;
        int parent = parent(node);
        for (int other = parent + 1; other < end(parent); other = end(other)) {
            if (isElement(other) && elementName(other).equals(elementName(node))) {
                alike++;
                number = other == node ? alike : number;
            }
        }
        return elementName(node) + (alike > 1 ? "[" + number + "]" : "");
    }

    @Override
    public int find(String pointer) {
        for (int node = 0; node < count(); node++) {
            if (pointer(node).equals(pointer)) {
                return node;
            }
        }
        return 0;
    }
}
