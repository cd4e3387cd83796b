package dev.hookglass.payload;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Where the parts of a JSON text stand in it. */
public final class JsonPlaces {
    private final String text;
    private final Map<JsonPointer, Range> names = new HashMap<>();
    private final Map<JsonPointer, Range> values = new HashMap<>();

    /** A part of a text, from a char's index up to another's, which is behind it. */
    public record Range(int start, int end) {}

    private JsonPlaces(String text) {
        this.text = text;
    }

    /** The places in a text; of one that is no JSON, those up to where that shows. */
    public static JsonPlaces of(String text) {
        JsonPlaces places = new JsonPlaces(text);
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                places.add(parser, token);
            }
        } catch (JacksonException noJson) {
            // What stands before that place has been found.
        }
        return places;
    }

    /** Not asked of the parser, which reads ahead of a name. */
    private int end(int start) {
        char first = text.charAt(start);
        int at = start + 1;
        if (first == '"') {
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(at + 1, text.length());
        }
        while (first != '{' && first != '[' && at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private void add(JsonParser parser, JsonToken token) {
        if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            return;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        Range range = new Range(start, end(start));
        JsonPointer at = parser.streamReadContext().pathAsPointer();
        if (token == JsonToken.PROPERTY_NAME) {
            names.put(at, range);
        } else {
            values.put(at, range);
        }
    }

    /** The name of a member with its quotes; the value where it has no name. */
    public Optional<Range> name(JsonPointer at) {
        return Optional.ofNullable(names.get(at)).or(() -> value(at));
    }

    /** A value; of an object or a list only the bracket that opens it. */
    public Optional<Range> value(JsonPointer at) {
        return Optional.ofNullable(values.get(at));
    }
}
