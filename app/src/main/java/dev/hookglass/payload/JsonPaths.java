package dev.hookglass.payload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways to the nodes of a {@link JsonTree}. */
final class JsonPaths {
    /** A name that needs no quotes in a path. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private JsonPaths() {}

    private static Iterable<Integer> way(JsonTree tree, int node) {
        Deque<Integer> way = new ArrayDeque<>();
        for (int at = node; at > 0; at = tree.parent(at)) {
            way.addFirst(at);
        }
        return way;
    }

    static String path(JsonTree tree, int node) {
        StringBuilder path = new StringBuilder();
        for (int step : way(tree, node)) {
            Optional<String> name = tree.name(step);
            if (name.isEmpty()) {
                path.append('[').append(tree.index(step)).append(']');
            } else if (PLAIN.matcher(name.get()).matches()) {
                path.append(path.isEmpty() ? "" : ".").append(name.get());
            } else {
                path.append("[\"").append(name.get().replace("\\", "\\\\").replace("\"", "\\\"")).append("\"]");
            }
        }
        return path.toString();
    }

    static String pointer(JsonTree tree, int node) {
        StringBuilder pointer = new StringBuilder();
        for (int step : way(tree, node)) {
            String token = tree.name(step).orElseGet(() -> Integer.toString(tree.index(step)));
            pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /**
     * The node at a pointer from another one on; of members with one name the last, as parsers take it; -1 for none.
     *
     * @param nearest whether the last node on the way will do
     */
    static int find(JsonTree tree, String pointer, int from, boolean nearest) {
        int node = from;
        String[] tokens = pointer.split("/", -1);
        for (int i = 1; i < tokens.length; i++) {
            int next = child(tree, node, tokens[i].replace("~1", "/").replace("~0", "~"));
            if (next < 0) {
                return nearest ? node : -1;
            }
            node = next;
        }
        return node;
    }

    private static int child(JsonTree tree, int node, String token) {
        int found = -1;
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            boolean is = tree.isArray(node)
                    ? Integer.toString(tree.index(child)).equals(token)
                    : tree.name(child).orElseThrow().equals(token);
            if (is) {
                found = child;
            }
        }
        return found;
    }
}
