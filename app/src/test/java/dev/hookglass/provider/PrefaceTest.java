package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import org.junit.jupiter.api.Test;

/** A document that was saved together with the page that shows it. */
class PrefaceTest {
    private static final String PAGE = """
            Harbour · AsyncAPI Specification

            Harbour Webhooks: ships and berths

            Version 1.0  View Spec
            Channels
            /ships
            subscribe shipMoored
            Raw ↑
            """;
    private static final String DOCUMENT = """
            asyncapi: 2.6.0
            info:
              title: Harbour Webhooks
              version: '1.0'
            channels:
              /ships:
                subscribe:
                  message:
                    oneOf:
                      - $ref: '#/components/messages/ShipMoored'
                      - $ref: '#/components/messages/ShipGone'
            components:
              messages:
                ShipMoored:
                  payload: {type: object, properties: {event: {type: string, enum: [ship_moored]}}}
                ShipGone:
                  payload: {type: object, properties: {event: {type: string, enum: [ship_gone]}}}
            """;

    private static ImportedDocument read(String text) throws Problem {
        return ImportedDocument.read("harbour.txt", Bytes.ofUtf8(text));
    }

    @Test
    void textBeforeTheDocumentIsSkipped_andThatIsSaid() throws Problem {
        ImportedDocument imported = read(PAGE + DOCUMENT);
        assertEquals(1, imported.channels());
        assertEquals(2, imported.messages());
        assertEquals("The 9 lines before the document, which do not belong to it, were skipped.",
                imported.notes().getFirst());
        assertTrue(imported.content().utf8().startsWith("asyncapi: 2.6.0\n"));
        assertEquals(read(DOCUMENT).content(), imported.content());
    }

    @Test
    void whatIsWrongInTheDocumentIsFoundAtItsTrueLine() {
        String wrong = PAGE + DOCUMENT.replace("messages/ShipGone'", "messages/ShipLost'");
        Problem problem = assertThrows(Problem.class, () -> read(wrong));
        assertTrue(problem.sentence().startsWith("harbour.txt, line 20"), problem.sentence());
        Problem unreadable = assertThrows(Problem.class, () -> read(PAGE + DOCUMENT + "  - wrong: [\n"));
        assertTrue(unreadable.sentence().startsWith("harbour.txt, line 2"), unreadable.sentence());
    }

    @Test
    void aWholeDocumentIsLeftAlone() throws Problem {
        String commented = "# Ships and berths: what is told\n---\n" + DOCUMENT;
        assertFalse(read(commented).notes().stream().anyMatch(note -> note.contains("skipped")));
        assertTrue(read(commented).content().utf8().startsWith("# Ships"));
    }

    @Test
    void aPartOfTheDocumentThatCannotBeReadIsNoPreface() {
        String info = "info:\n  title: [Harbour\n";
        Problem problem = assertThrows(Problem.class, () -> read(info + DOCUMENT));
        assertFalse(problem.sentence().contains("skipped"), problem.sentence());
        assertTrue(problem.sentence().contains("line 3") || problem.sentence().contains("line 4"), problem.sentence());
    }
}
