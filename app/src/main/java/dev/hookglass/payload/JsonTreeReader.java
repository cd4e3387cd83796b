package dev.hookglass.payload;

/**
 * Finds the places of all values of a JSON text. Without recursion, so that no nesting, however deep, is too deep for it.
 */
final class JsonTreeReader {
    private final JsonScanner in;
    private final OutlineNodes nodes = new OutlineNodes();
    private final String text;
    /** The container that is being read, and how many values it has so far; -1 for none. */
    private int open = -1;
    private int index;

    /** Whether all documents lie in one node that has no text of its own. */
    private final boolean isSequence;

    private JsonTreeReader(String text, boolean isSequence) {
        this.text = text;
        this.isSequence = isSequence;
        in = new JsonScanner(text);
    }

    static TreeReading read(String text, boolean isSequence) {
        if (text.length() > JsonPretty.MOST_INPUT) {
            return Pretty.Refused.tooLong("shown as a tree");
        }
        JsonTreeReader reader = new JsonTreeReader(text, isSequence);
        try {
            if (isSequence) {
                reader.documents();
            } else {
                reader.document();
                reader.in.expectEnd();
            }
            return new JsonTree(text, reader.nodes, isSequence);
        } catch (JsonScanner.Unexpected e) {
            return reader.in.refusal(e);
        }
    }

    private void documents() throws JsonScanner.Unexpected {
        open = nodes.add(0, -1, -1, 0);
        while (in.hasDocument()) {
            document();
        }
        nodes.close(open, text.length());
    }

    private void document() throws JsonScanner.Unexpected {
        boolean isDone = value(-1);
        while (!isDone) {
            isDone = isObject() ? member() : value(-1);
        }
    }

    private boolean isObject() {
        return text.charAt(nodes.start(open)) == '{';
    }

    private boolean member() throws JsonScanner.Unexpected {
        int name = in.skipName();
        in.takeColon();
        return value(name);
    }

    /** Reads a scalar or the beginning of a container, and what ends behind it; tells whether the document does. */
    private boolean value(int name) throws JsonScanner.Unexpected {
        if (nodes.isFull()) {
            throw in.unexpected("It holds more than 2,000,000 values, which are too many to be shown as a tree.");
        }
        char first = in.peek();
        if (first != '{' && first != '[') {
            int start = in.skipScalar();
            int node = nodes.add(start, name, open, index++);
            nodes.close(node, in.offset());
            return endOfValue();
        }
        int node = nodes.add(in.offset(), name, open, index);
        in.take();
        open = node;
        index = 0;
        if (in.peek() == (first == '{' ? '}' : ']')) {
            closeOne();
            return endOfValue();
        }
        return false;
    }

    private void closeOne() {
        in.take();
        nodes.close(open, in.offset());
        index = nodes.index(open) + 1;
        open = nodes.parent(open);
    }

    /** Takes the comma before the next value, or closes what ends here. */
    private boolean endOfValue() throws JsonScanner.Unexpected {
        while (open >= (isSequence ? 1 : 0)) {
            char c = in.peek();
            if (c == ',') {
                in.take();
                return false;
            }
            if (c != (isObject() ? '}' : ']')) {
                throw in.unexpectedHere(
                        isObject() ? "a comma or a closing brace" : "a comma or a closing bracket");
            }
            closeOne();
        }
        return true;
    }
}
