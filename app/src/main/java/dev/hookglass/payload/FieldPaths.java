package dev.hookglass.payload;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The names of a document's fields as pointers, in which {@code *} stands for any index. */
public final class FieldPaths {
    private static final int MOST = 5_000;
    private static final int MOST_ITEMS = 200;

    private FieldPaths() {}

    /** The fields at any depth, in the order of the document, as far as a few thousand. */
    public static Set<String> of(JsonNode document) {
        Set<String> fields = new LinkedHashSet<>();
        add(document, "", fields);
        return fields;
    }

    private static void add(JsonNode node, String pointer, Set<String> fields) {
        if (fields.size() >= MOST) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String place = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            fields.add(place);
            add(member.getValue(), place, fields);
        }
        if (node.isArray()) {
            for (int i = 0; i < Math.min(node.size(), MOST_ITEMS); i++) {
                add(node.get(i), pointer + "/*", fields);
            }
        }
    }
}
