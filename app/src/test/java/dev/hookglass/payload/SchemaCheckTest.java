package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.payload.SchemaFinding.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCheckTest {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree("""
            {"type": "object", "required": ["id"], "properties": {
              "id": {"type": "string", "pattern": "^[a-z]+$"},
              "kind": {"enum": ["new", "old"]},
              "at": {"type": "string", "format": "date-time"},
              "size": {"type": ["integer", "null"], "maximum": 10},
              "meta": {"type": "object"},
              "lines": {"type": "array", "items": {"anyOf": [
                {"properties": {"a": {"type": "integer"}}}, {"properties": {"b": {"type": "string"}}}]}}}}
            """);
    private final SchemaCheck check = new SchemaCheck(SCHEMA);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                       | ``         | OTHERWISE | “id” is missing.
            {"id": 1}                                | /id        | OTHERWISE | “id” is a whole number; the schema has a text.
            {"id": "x", "kind": "middle"}            | /kind      | UNLISTED_VALUE | “kind” is “middle”; the schema lists new, old.
            {"id": "x", "at": "today"}               | /at        | OTHERWISE | “at” has not the form “date-time”.
            {"id": "X"}                              | /id        | OTHERWISE | “id” does not match ^[a-z]+$.
            {"id": "x", "size": "1"}                 | /size      | OTHERWISE | “size” is a text; the schema has a whole number or null.
            {"id": "x", "new": {}}                   | /new       | UNLISTED_NAME | “new” is not in the schema.
            {"id": "x", "lines": [{"a": 1, "c": 2}]} | /lines/0/c | UNLISTED_NAME | “c” is not in the schema.
            []                                       | ``         | OTHERWISE | The body is a list; the schema has an object.
            """)
    void whatDiffersIsToldInWords(String document, String at, Kind kind, String sentence) {
        assertEquals(List.of(new SchemaFinding(JsonPointer.compile(at), kind, sentence)),
                check.findings(JsonMapper.shared().readTree(document)));
    }

    @Test
    void whatFitsHasNoFindings() {
        assertEquals(List.of(), check.findings(JsonMapper.shared().readTree("""
                {"id": "x", "kind": "new", "size": null, "meta": {"any": 1}, "lines": [{"a": 1}, {"b": ""}]}""")));
    }

    @Test
    void placesAreThoseOfNamesAndValues() {
        String text = "{\n  \"a\": [1, {\"b\": \"x\\\"y\"}],\n  \"c\" : null}";
        JsonPlaces places = JsonPlaces.of(text);

        assertEquals("\"b\"", cut(text, places.name(JsonPointer.compile("/a/1/b")).orElseThrow()));
        assertEquals("\"x\\\"y\"", cut(text, places.value(JsonPointer.compile("/a/1/b")).orElseThrow()));
        assertEquals("null", cut(text, places.value(JsonPointer.compile("/c")).orElseThrow()));
        assertEquals("[", cut(text, places.value(JsonPointer.compile("/a")).orElseThrow()));
        assertEquals("1", cut(text, places.name(JsonPointer.compile("/a/0")).orElseThrow()));
        assertEquals("{", cut(text, places.value(JsonPointer.empty()).orElseThrow()));
    }

    private static String cut(String text, JsonPlaces.Range range) {
        return text.substring(range.start(), range.end());
    }

    /** The caret stands at the bar. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {|                          ; name  ; ``      ; ``
            {"a": 1, |                  ; name  ; ``      ; ``
            {"a": 1, "b|"               ; name  ; ``      ; b
            {"a": |                     ; value ; a       ; ``
            {"a": "ne|w"}               ; value ; a       ; ne
            {"a": tr|                   ; value ; a       ; tr
            {"a": {"b": [1, {"c": |     ; value ; a,b,1,c ; ``
            {"a": {"b": [{}, {"c|       ; name  ; a,b,1   ; c
            {"a": 1 |}                  ; neither ; a     ; ``
            {"a": {} |                  ; neither ; a     ; ``
            [|                          ; value ; 0       ; ``
            {"a": [1, 2], "x": {} , "|" ; name  ; ``      ; ``
            """)
    void whatBelongsToTheCaret(String marked, String kind, String path, String typed) {
        int caret = marked.indexOf('|');
        JsonCaret found = JsonCaret.at(marked.replace("|", ""), caret);

        assertEquals(kind, found.kind().name().toLowerCase(Locale.ROOT));
        assertEquals(path, String.join(",", found.path()));
        assertEquals(typed, found.typed());
    }

    @Test
    void namesBeforeAndBehindTheCaretAreThereAlready() {
        assertEquals(Set.of("a", "b"), JsonCaret.at("{\"a\": {\"x\": 1}, , \"b\": {\"y\": 2}}, \"z\"", 16).present());
        assertEquals(Set.of("b"), JsonCaret.at("{\"a\", \"b\": 1}", 3).present());
    }

    @Test
    void theSchemaKnowsNamesAndValues() {
        SchemaTree tree = new SchemaTree(SCHEMA);

        assertEquals(List.of("a", "b"), tree.namesAt(List.of("lines", "3")));
        assertEquals("[\"new\", \"old\"]", tree.valuesAt(List.of("kind")).toString());
        assertEquals("integer", tree.typeAt(List.of("size")));
        assertEquals(List.of(), tree.namesAt(List.of("id")));
    }
}
