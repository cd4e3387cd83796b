package dev.hookglass.payload;

import java.util.List;

/**
 * A text as a tree. Its nodes are numbered in the order in which they begin in the text, the root is 0, so that a node's
 * descendants are those from the next number up to {@link #end}. Nothing of the text is copied until it is asked for.
 * Immutable; safe for any thread.
 */
public interface Outline {
    /** How many nodes there are; at least 1. */
    int count();

    /** The node that holds a node, or -1 for the root. */
    int parent(int node);

    /** The number behind a node's last descendant. */
    int end(int node);

    /** How many nodes a node holds directly. */
    int children(int node);

    /** What stands in a node's row, short enough to be laid out. */
    List<Piece> pieces(int node, boolean isOpen);

    /** Whether its row has not enough room for a node's value. */
    boolean isCut(int node);

    /** A node's value for pasting elsewhere: a string without quotes and escapes, anything else as sent. */
    String value(int node);

    /** A node exactly as it stands in the text. */
    String source(int node);

    /** Where a node is, as programs write it: {@code data.tasks[0].id}; empty for the root. */
    String path(int node);

    /** Where a node is, as a pointer: RFC 6901 for JSON, XPath for XML. */
    String pointer(int node);

    /** The node with that pointer, or the one that holds the place where it would be. */
    int find(String pointer);

    /** The innermost node that stands at an offset of the text. */
    int at(int offset);

    /** How many nodes a node lies in; 0 for the root. */
    default int depth(int node) {
        int depth = 0;
        for (int up = parent(node); up >= 0; up = parent(up)) {
            depth++;
        }
        return depth;
    }

    /** A part of a row and what it is. */
    record Piece(String text, Look look) {}

    /** How a part of a row looks. */
    enum Look {
        KEY, STRING, NUMBER, LITERAL, PUNCTUATION, INDEX, NOTE, WARNING
    }
}
