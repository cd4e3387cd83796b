package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.provider.SchemaDifference;
import dev.hookglass.ui.base.Icon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A difference, as a row of the schema tab.
 *
 * @param pointer where; {@code *} stands for any index
 * @param detail what is there and what was expected, in words
 */
record SchemaRow(Kind kind, String pointer, String detail) {
    /** What it is, with its icon. */
    enum Kind {
        WRONG_TYPE("wrongType", Icon.WARNING), MISSING("missing", Icon.MISSING),
        NEW_VALUE("newValue", Icon.ADD), UNKNOWN("unknownField", Icon.UNCHECKED),
        FIRST_SEEN("firstSeen", Icon.HISTORY), GONE("gone", Icon.UNSIGNED);

        private final String key;
        private final Icon icon;

        Kind(String key, Icon icon) {
            this.key = key;
            this.icon = icon;
        }

        String key() {
            return key;
        }

        Icon icon() {
            return icon;
        }
    }

    /** A row for each difference; those of the items of a list that are alike become one. */
    static List<SchemaRow> of(List<SchemaDifference> differences) {
        Map<SchemaRow, List<String>> rows = new LinkedHashMap<>();
        for (SchemaDifference difference : differences) {
            SchemaRow alike = new SchemaRow(kind(difference), difference.pointer().replaceAll("/\\d+(?=/|$)", "/*"),
                    detail(difference));
            rows.merge(alike, List.of(difference.pointer()), SchemaRow::both);
        }
        return rows.entrySet().stream().map(entry -> entry.getValue().size() == 1
                ? new SchemaRow(entry.getKey().kind(), entry.getValue().getFirst(), entry.getKey().detail())
                : new SchemaRow(entry.getKey().kind(), entry.getKey().pointer(),
                        text("schema.times", entry.getKey().detail(), entry.getValue().size())))
                .toList();
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Kind kind(SchemaDifference difference) {
        return switch (difference.kind()) {
            case WRONG_TYPE -> Kind.WRONG_TYPE;
            case MISSING -> Kind.MISSING;
            case NEW_VALUE -> Kind.NEW_VALUE;
            case UNKNOWN -> Kind.UNKNOWN;
        };
    }

    private static String detail(SchemaDifference difference) {
        return switch (difference.kind()) {
            case WRONG_TYPE -> text("schema.wrongType.detail", difference.found(), difference.expected());
            case MISSING -> difference.expected().isEmpty()
                    ? text("schema.missing.any")
                    : text("schema.missing.detail", difference.expected());
            case NEW_VALUE -> text("schema.newValue.detail", difference.found(), difference.expected());
            case UNKNOWN -> text("schema.unknownField.detail", difference.found());
        };
    }
}
