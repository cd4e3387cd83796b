package dev.hookglass.payload;

/** Finds the places of elements, texts and comments of an XML text, and whether its tags belong together. */
final class XmlTreeReader {
    private final String text;
    private final OutlineNodes nodes = new OutlineNodes();
    private int at;
    private int open;

    private XmlTreeReader(String text) {
        this.text = text;
    }

    /** The text is no XML, or none that is read here, from an offset on. */
    private static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;
        private final int offset;

        private Unexpected(int offset, String reason) {
            super(reason, null, false, false);
            this.offset = offset;
        }
    }

    static TreeReading read(String text) {
        if (text.length() > JsonPretty.MOST_INPUT) {
            return Pretty.Refused.tooLong("shown as a tree");
        }
        XmlTreeReader reader = new XmlTreeReader(text);
        try {
            reader.document();
            return new XmlTree(text, reader.nodes);
        } catch (Unexpected e) {
            return Pretty.Refused.at(text, e.offset, String.valueOf(e.getMessage()));
        }
    }

    private void document() throws Unexpected {
        nodes.add(0, -1, -1, 0);
        while (at < text.length()) {
            if (nodes.isFull()) {
                throw new Unexpected(at,
                        "It has more than 2,000,000 elements, which are too many to be shown as a tree.");
            }
            if (text.charAt(at) == '<') {
                markup();
            } else {
                characters();
            }
        }
        if (open > 0) {
            throw new Unexpected(nodes.start(open), "The element that begins here is not closed.");
        }
        if (nodes.count() == 1) {
            throw new Unexpected(0, "There is no element.");
        }
        nodes.close(0, text.length());
    }

    private void markup() throws Unexpected {
        if (text.startsWith("<!--", at)) {
            leaf("-->", "comment");
        } else if (text.startsWith("<![CDATA[", at)) {
            leaf("]]>", "CDATA section");
        } else if (text.startsWith("<?", at)) {
            leaf("?>", "instruction");
        } else if (text.startsWith("<!", at)) {
            throw new Unexpected(at, "It declares a document type, which is not read here: entities can do harm.");
        } else if (text.startsWith("</", at)) {
            closing();
        } else {
            opening();
        }
    }

    private void leaf(String ending, String what) throws Unexpected {
        int end = text.indexOf(ending, at);
        if (end < 0) {
            throw new Unexpected(at, "The " + what + " that begins here is not closed.");
        }
        add(-1, end + ending.length());
    }

    /** Adds a node that holds no other, and goes on behind it. */
    private void add(int name, int end) {
        nodes.close(nodes.add(at, name, open, 0), end);
        at = end;
    }

    private void characters() throws Unexpected {
        int next = text.indexOf('<', at);
        int end = next < 0 ? text.length() : next;
        if (text.substring(at, end).isBlank()) {
            at = end;
        } else if (open == 0) {
            throw new Unexpected(at, "Here an element is expected, but text is there.");
        } else if (text.startsWith("</", end) && nodes.count() == open + 1) {
            // The only text of an element stands in its row.
            at = end;
        } else {
            add(-1, end);
        }
    }

    private void opening() throws Unexpected {
        int nameEnd = endOfName(text, at + 1);
        int end = endOfTag(text, at);
        if (nameEnd == at + 1 || end < 0) {
            throw new Unexpected(at, nameEnd == at + 1
                    ? "Here the name of an element is expected."
                    : "The tag that begins here is not closed.");
        }
        if (text.charAt(end - 2) == '/') {
            add(at, end);
        } else {
            open = nodes.add(at, at, open, 0);
            at = end;
        }
    }

    private void closing() throws Unexpected {
        int nameEnd = endOfName(text, at + 2);
        int end = text.indexOf('>', at);
        String name = text.substring(at + 2, nameEnd);
        if (open == 0 || end < 0) {
            throw new Unexpected(at, open == 0
                    ? "No element is open that could be closed here."
                    : "The tag that begins here is not closed.");
        }
        String opened = text.substring(nodes.start(open) + 1, endOfName(text, nodes.start(open) + 1));
        if (!opened.equals(name)) {
            throw new Unexpected(at, "Here </" + opened + "> is expected, but </" + name + "> is there.");
        }
        at = end + 1;
        nodes.close(open, at);
        open = nodes.parent(open);
    }

    static int endOfName(String text, int start) {
        int at = start;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))
                && "<>/=\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Behind the tag that begins at an offset, quotes respected; -1 if it does not end. */
    static int endOfTag(String text, int start) {
        char quote = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at + 1;
            }
        }
        return -1;
    }
}
