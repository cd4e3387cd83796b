package dev.hookglass.payload;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of objects in a body, as a table: an item a row. Values are as sent.
 *
 * @param tree the whole body
 * @param nodes the items
 * @param fields pointers within an item to what may stand in a column, in the order in which they first occur
 */
public record ItemList(JsonTree tree, List<Integer> nodes, List<String> fields) {
    private static final int MOST = 200_000;
    private static final int LOOKED_INTO = 100;
    private static final int MOST_FIELDS = 60;

    /** The list at a place; empty if there is none, or its first items are no objects. */
    public static Optional<ItemList> at(JsonTree tree, String pointer) {
        return tree.find(0, pointer)
                .filter(tree::isArray)
                .map(node -> tree.childrenOf(node, MOST))
                .filter(items -> !items.isEmpty() && items.stream().limit(LOOKED_INTO).allMatch(tree::isObject))
                .map(items -> new ItemList(tree, items, fields(tree, items)));
    }

    private static List<String> fields(JsonTree tree, List<Integer> items) {
        Set<String> fields = new LinkedHashSet<>();
        for (int item : items.subList(0, Math.min(items.size(), LOOKED_INTO))) {
            add(tree, item, item, fields);
        }
        return fields.stream().limit(MOST_FIELDS).toList();
    }

    private static void add(JsonTree tree, int item, int object, Set<String> fields) {
        for (int member : tree.childrenOf(object, MOST_FIELDS)) {
            if (tree.isObject(member) && object == item) {
                add(tree, item, member, fields);
            } else if (tree.children(member) == 0) {
                fields.add(tree.pointer(member).substring(tree.pointer(item).length()));
            }
        }
    }

    /** Which item a node is, from 1. */
    public int number(int item) {
        return Collections.binarySearch(nodes, item) + 1;
    }

    /** What an item has at a place: a string without its quotes, anything else as sent; empty for nothing. */
    public String text(int item, String pointer) {
        return tree.find(item, pointer).map(tree::value).orElse("");
    }
}
