package dev.hookglass.payload;

/** An outline whose nodes are places in a text, and nothing else. */
abstract sealed class TextTree implements Outline permits JsonTree, XmlTree {
    /** What of a value stands in its row, in chars. */
    static final int MOST_SHOWN = 400;

    final String text;
    final OutlineNodes nodes;

    TextTree(String text, OutlineNodes nodes) {
        this.text = text;
        this.nodes = nodes;
    }

    @Override
    public final int count() {
        return nodes.count();
    }

    @Override
    public final int parent(int node) {
        return nodes.parent(node);
    }

    @Override
    public final int end(int node) {
        return nodes.next(node);
    }

    @Override
    public final int children(int node) {
        return nodes.children(node);
    }

    @Override
    public final int at(int offset) {
        return nodes.at(offset);
    }

    @Override
    public final String source(int node) {
        return text.substring(nodes.start(node), nodes.end(node));
    }

    @Override
    public final boolean isCut(int node) {
        return children(node) == 0 && nodes.end(node) - nodes.start(node) > MOST_SHOWN;
    }

    static String cut(String shown) {
        return shown.length() <= MOST_SHOWN ? shown : shown.substring(0, MOST_SHOWN) + "…";
    }
}
