package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSequenceTest {
    private static JsonTree tree(String text) {
        return assertInstanceOf(JsonTree.class, JsonTree.readSequence(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1}\n{\"id\":2.0}\r\n{\"id\":3}\n",
            "\u001E{\"id\":1}\n\u001E{\"id\":2.0}\n\u001E{\"id\":3}",
            "{\"id\":1}{\"id\":2.0}{\"id\":3}"})
    void documents_areItemsOfOneList(String text) {
        JsonTree tree = tree(text);
        assertEquals(3, tree.children(0));
        assertTrue(tree.isArray(0));
        assertEquals("2.0", tree.source(tree.find("/1/id")));
        assertEquals("/2/id", tree.pointer(tree.at(text.lastIndexOf('3'))));
        assertEquals(text, tree.source(0));
        assertEquals("  3 documents",
                tree.pieces(0, true).stream().map(Outline.Piece::text).collect(Collectors.joining()));
        ItemList items = ItemList.at(tree, "").orElseThrow();
        assertEquals(List.of("/id"), items.fields());
        assertEquals(List.of("1", "2.0", "3"), items.nodes().stream().map(node -> items.text(node, "/id")).toList());
    }

    @Test
    void documents_areLaidOutOneBelowTheOther() {
        assertEquals("{\n  \"a\": 1\n}\n[]\n7",
                assertInstanceOf(Pretty.Formatted.class, tree("{\"a\":1}\n[]\n7\n").pretty()).text());
    }

    @Test
    void theMistake_isToldWithItsLine() {
        Pretty.Refused refused = assertInstanceOf(Pretty.Refused.class,
                JsonTree.readSequence("{\"a\":1}\n{\"a\":2\n{\"a\":3}\n"));
        assertEquals(3, refused.line());
    }

    @Test
    void oneDocument_isNoSequence() {
        assertInstanceOf(Pretty.Refused.class, JsonTree.read("{\"a\":1}\n{\"a\":2}"));
        assertTrue(MediaType.parse("application/x-ndjson; charset=utf-8").isJsonSequence());
        assertFalse(MediaType.parse("application/x-ndjson").isJson());
        assertTrue(MediaType.parse("application/geo+json-seq").isJsonSequence());
        assertFalse(MediaType.parse("application/json").isJsonSequence());
    }
}
