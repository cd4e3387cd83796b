package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTreeTest {
    private static XmlTree tree(String text) {
        return assertInstanceOf(XmlTree.class, XmlTree.read(text));
    }

    @Test
    void elementsAreNodesAndATextAloneStandsInItsRow() {
        XmlTree tree = tree("<?xml version='1.0'?>\n<order id=\"7>\"><item>A &amp; B</item><item><q/></item></order>");
        int second = tree.find("/order/item[2]");
        assertEquals("<item><q/></item>", tree.source(second));
        int first = tree.find("/order/item[1]");
        assertEquals("A &amp; B", tree.value(first), "no entity is replaced");
        assertEquals("<item>A &amp; B</item>",
                tree.pieces(first, true).stream().map(Outline.Piece::text).collect(Collectors.joining()));
        assertEquals("/order/item[2]/q", tree.pointer(tree.at(tree.source(0).indexOf("<q/>"))));
    }

    @Test
    void prettyPutsEachTagOnALine() {
        assertEquals("<a>\n  <b>1</b>\n  <!-- c -->\n  <d>\n    <e/>\n  </d>\n</a>",
                tree("<a><b>1</b><!-- c --><d><e/></d></a>").pretty());
    }

    @Test
    void aDocumentTypeIsRefused() {
        Pretty.Refused refused = assertInstanceOf(Pretty.Refused.class,
                XmlTree.read("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"));
        assertTrue(refused.reason().contains("document type"), refused.reason());
        assertEquals(0, refused.offset());
    }

    @ParameterizedTest
    @CsvSource({"<a><b></a>,6", "<a>,0", "</a>,0", "text,0", "<a b='x,0", "<>,0", "<!-- a,0", "'',0", "<a></a>b,7"})
    void whatIsNotXmlIsToldWithItsPlace(String text, int offset) {
        assertEquals(offset, assertInstanceOf(Pretty.Refused.class, XmlTree.read(text)).offset());
    }

    @Test
    void deepNestingIsNotTooDeep() {
        XmlTree tree = tree("<a>".repeat(5_000) + "</a>".repeat(5_000));
        assertEquals(5_001, tree.count());
        assertTrue(tree.pretty().length() > 10_000);
    }
}
