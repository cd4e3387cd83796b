package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
    private static JsonTree tree(String text) {
        return assertInstanceOf(JsonTree.class, JsonTree.read(text));
    }

    private static String row(JsonTree tree, int node) {
        return tree.pieces(node, true).stream().map(Outline.Piece::text).collect(Collectors.joining());
    }

    @Test
    void tokensStayAsTheyAreSent() {
        JsonTree tree = tree("{\"a\":12345678901234567890.10,\"b\":1e400,\"c\":\"\\u00e9\\n\\ud83d\",\"d\":-0.0}");
        assertEquals(List.of("12345678901234567890.10", "1e400", "\"\\u00e9\\n\\ud83d\"", "-0.0"),
                IntStream.range(1, 5).mapToObj(tree::source).toList());
        assertEquals("\"b\": 1e400", row(tree, 2));
        assertEquals("é\n\ud83d", tree.value(3), "a lone surrogate stays one");
    }

    @Test
    void duplicateNamesAreThereTwiceAndMarked() {
        JsonTree tree = tree("{\"id\":1,\"i\\u0064\":2,\"x\":{\"id\":3}}");
        assertTrue(tree.isDuplicate(1));
        assertTrue(tree.isDuplicate(2), "an escape does not make another name");
        assertFalse(tree.isDuplicate(4));
        assertEquals("\"id\" duplicate name: 1", row(tree, 1));
        assertEquals(2, tree.find("/id"), "parsers take the last");
    }

    @Test
    void placesAreToldAsPathAndAsPointer() {
        JsonTree tree = tree("{\"data\":{\"tasks\":[{\"id\":1},{\"odd name\":{\"a/b~c\":2}}],\"\":3}}");
        int id = tree.find("/data/tasks/0/id");
        assertEquals("data.tasks[0].id", tree.path(id));
        int odd = tree.find("/data/tasks/1/odd name/a~1b~0c");
        assertEquals("2", tree.source(odd));
        assertEquals("data.tasks[1][\"odd name\"][\"a/b~c\"]", tree.path(odd));
        assertEquals("/data/tasks/1/odd name/a~1b~0c", tree.pointer(odd));
        assertEquals("3", tree.source(tree.find("/data/")));
        assertEquals("/data/tasks", tree.pointer(tree.find("/data/tasks/7/gone")), "the nearest there is");
        assertEquals(Optional.empty(), tree.find(0, "/data/tasks/7"));
        assertEquals("", tree.pointer(0));
    }

    @Test
    void nodesAreFoundByOffset() {
        String text = "{\"a\": [1, 22],\n \"b\": {\"c\": \"x\"}}";
        JsonTree tree = tree(text);
        assertEquals("22", tree.source(tree.at(text.indexOf("22") + 1)));
        assertEquals("/b/c", tree.pointer(tree.at(text.indexOf("\"c\""))));
        assertEquals("/a", tree.pointer(tree.at(text.indexOf("["))));
        assertEquals(0, tree.at(text.length() - 1));
    }

    @Test
    void emptyContainersHaveNoChildren() {
        JsonTree tree = tree(" [ {} , [ ] , {\"a\":[]} ] ");
        assertEquals(3, tree.children(0));
        assertEquals(0, tree.children(1));
        assertEquals("2 { … }".replace(" … ", "…") + "  1 member", tree.pieces(3, false).stream()
                .map(Outline.Piece::text).collect(Collectors.joining()));
        assertEquals(5, tree.count());
    }

    @Test
    void fiveThousandLevelsAreNotTooDeep() {
        JsonTree tree = tree("[".repeat(5_000) + "]".repeat(5_000));
        assertEquals(5_000, tree.count());
        assertEquals(4_999, tree.depth(4_999));
        assertEquals(9_998, tree.pointer(4_999).length());
    }

    @Test
    void longTextsAreCutInTheirRowsOnly() {
        JsonTree tree = tree("[\"" + "x".repeat(100_000) + "\"]");
        assertTrue(row(tree, 1).length() < 500);
        assertEquals(100_000, tree.value(1).length());
    }

    @Test
    void whatIsNotJsonIsToldWithItsPlace() {
        Pretty.Refused refused = assertInstanceOf(Pretty.Refused.class, JsonTree.read("{\n  \"a\": [1,,2]\n}"));
        assertEquals(new Pretty.Refused(2, 11, 12, "Here a value is expected, but “,” is there."), refused);
        for (String broken : List.of("", "[", "{\"a\"}", "[1 2]", "{]", "[]]", "{\"a\":1,}")) {
            assertInstanceOf(Pretty.Refused.class, JsonTree.read(broken), broken);
            assertEquals(JsonPretty.format(broken), JsonTree.read(broken), broken);
        }
    }

    @Test
    void tooManyValuesAreDeclinedInWords() {
        Pretty.Refused refused = assertInstanceOf(Pretty.Refused.class,
                JsonTree.read("[" + "1,".repeat(2_100_000) + "1]"));
        assertTrue(refused.reason().contains("2,000,000"), refused.reason());
    }

    @Test
    void listsBecomeTables() {
        ItemList items = ItemList
                .at(tree("{\"e\":[{\"type\":\"a\",\"to\":{\"mail\":\"x\"}},{\"type\":\"b\",\"n\":1.50}]}"),
                        "/e")
                .orElseThrow();
        assertEquals(List.of("/type", "/to/mail", "/n"), items.fields());
        assertEquals("1.50", items.text(items.nodes().get(1), "/n"));
        assertEquals("", items.text(items.nodes().get(0), "/n"));
        assertEquals(2, items.number(items.nodes().get(1)));
        assertEquals(Optional.empty(), ItemList.at(tree("[1,2]"), ""));
        assertEquals(Optional.empty(), ItemList.at(tree("{\"a\":1}"), "/b"));
    }
}
