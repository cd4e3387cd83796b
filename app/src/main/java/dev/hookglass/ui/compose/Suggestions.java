package dev.hookglass.ui.compose;

import dev.hookglass.payload.JsonCaret;
import dev.hookglass.payload.SchemaTree;
import dev.hookglass.ui.code.Completion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What can be written at a place of a body: the names and values of its schema, and variables. */
final class Suggestions {
    private static final Pattern OPEN_VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.-]*)$");
    private static final int LONGEST_VARIABLE = 80;

    private Suggestions() {}

    /** @param variables the names of those that are filled in; none if they are not */
    static List<Completion> at(String text, int caret, SchemaTree schema, Collection<String> variables) {
        Matcher open = OPEN_VARIABLE.matcher(text.substring(Math.max(0, caret - LONGEST_VARIABLE), caret));
        if (open.find() && !variables.isEmpty()) {
            return variables(text, caret, open.group(1), variables);
        }
        JsonCaret place = JsonCaret.at(text, caret);
        return switch (place.kind()) {
            case NAME -> names(text, place, schema);
            case VALUE -> values(place, schema);
            case NEITHER -> List.of();
        };
    }

    private static List<Completion> variables(String text, int caret, String typed, Collection<String> variables) {
        String closing = text.startsWith("}}", caret) ? "" : "}}";
        return variables.stream()
                .filter(name -> begins(name, typed))
                .map(name -> new Completion("{{" + name + "}}", "", caret - typed.length(), caret, name + closing))
                .toList();
    }

    private static List<Completion> names(String text, JsonCaret place, SchemaTree schema) {
        List<Completion> names = new ArrayList<>();
        for (String name : schema.namesAt(place.path())) {
            boolean isItself = name.equals(place.typed());
            if (begins(name, place.typed()) && (isItself || !place.present().contains(name))) {
                List<String> member = Stream.concat(place.path().stream(), Stream.of(name)).toList();
                String type = schema.typeAt(member);
                String written = quoted(name)
                        + (place.hasValue() ? "" : ": " + beginning(schema, member, type) + comma(text, place));
                names.add(new Completion(name, type, place.start(), place.end(), written));
            }
        }
        return names;
    }

    /** What separates it from a member that follows. */
    private static String comma(String text, JsonCaret place) {
        return text.substring(place.end()).stripLeading().startsWith("\"") ? "," : "";
    }

    /** What a value begins as: the only one there is, or an empty one of its type. */
    private static String beginning(SchemaTree schema, List<String> member, String type) {
        List<JsonNode> listed = schema.valuesAt(member);
        if (listed.size() == 1) {
            return listed.getFirst().toString();
        }
        return switch (type) {
            case "object" -> "{}";
            case "array" -> "[]";
            case "integer", "number" -> "0";
            case "boolean" -> "false";
            case "null" -> "null";
            default -> "\"\"";
        };
    }

    private static List<Completion> values(JsonCaret place, SchemaTree schema) {
        Stream<JsonNode> listed = schema.typeAt(place.path()).equals("boolean")
                ? Stream.of(JsonNodeFactory.instance.booleanNode(true), JsonNodeFactory.instance.booleanNode(false))
                : schema.valuesAt(place.path()).stream();
        return listed.filter(JsonNode::isValueNode)
                .filter(value -> begins(value.asString(""), place.typed()))
                .map(value -> new Completion(value.asString("null"), "", place.start(), place.end(), value.toString()))
                .toList();
    }

    private static boolean begins(String whole, String typed) {
        return whole.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private static String quoted(String name) {
        return JsonNodeFactory.instance.stringNode(name).toString();
    }
}
