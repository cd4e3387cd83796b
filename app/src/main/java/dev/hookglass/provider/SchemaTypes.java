package dev.hookglass.provider;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The types of JSON schema. */
final class SchemaTypes {
    private SchemaTypes() {}

    /** What a value is: a whole number is an integer, however it is written. */
    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> isWhole(value) ? "integer" : "number";
            default -> "null";
        };
    }

    private static boolean isWhole(JsonNode number) {
        // Without its zeros a number such as 1e400 is not written out to be looked at.
        return number.isIntegralNumber() || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    /** Whether a schema's type is that of a value; yes where it names none. */
    static boolean allow(JsonNode schema, JsonNode value) {
        List<String> names = names(schema);
        String type = of(value);
        return names.isEmpty() || names.contains(type) || type.equals("integer") && names.contains("number")
                || value.isNull() && schema.path("nullable").asBoolean(false);
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isString()) {
            names.add(type.stringValue());
        }
        type.forEach(name -> names.add(name.asString("")));
        return names;
    }

    /** The types that a schema names, in words. */
    static String expected(JsonNode schema) {
        return String.join(" or ", names(schema));
    }

    static boolean isSame(JsonNode known, JsonNode value) {
        return known.equals(value)
                || known.isNumber() && value.isNumber() && known.decimalValue().compareTo(value.decimalValue()) == 0;
    }
}
