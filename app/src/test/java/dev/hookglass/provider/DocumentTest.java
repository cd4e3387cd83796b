package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;

class DocumentTest {
    private static Document read(String yaml) throws Problem {
        return Document.read("acme.yaml", Bytes.ofUtf8(yaml));
    }

    private static String problem(String yaml) {
        return assertThrows(Problem.class, () -> read(yaml)).sentence();
    }

    @Test
    void anAliasIsWhatItsAnchorHolds() throws Problem {
        Document document = read("""
                a: &id {type: string, format: uuid}
                b: *id
                c: [&n [3], *n]
                """);
        assertEquals("{\"type\":\"string\",\"format\":\"uuid\"}", document.root().get("b").toString());
        assertEquals("[[3],[3]]", document.root().get("c").toString());
    }

    @Test
    void whatIsMerged_givesWayToWhatTheObjectSays() throws Problem {
        Document document = read("""
                base: &base {type: string, maxLength: 9}
                own: {maxLength: 3, <<: *base}
                """);
        assertEquals("string", document.root().get("own").get("type").asString());
        assertEquals(3, document.root().get("own").get("maxLength").asInt());
    }

    @Test
    void aliasesOfAliases_areBounded() {
        String bomb = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + IntStream.range(1, 12)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "1]\n")
                .collect(Collectors.joining());
        String sentence = problem(bomb);
        assertTrue(sentence.startsWith("acme.yaml, line 6, column "), sentence);
        assertTrue(sentence.contains("stand for more than 100000 values"), sentence);
    }

    @Test
    void anAliasOfNothing_orOfItself_isTold() {
        assertTrue(problem("a: *b\n").contains("“*b”"), problem("a: *b\n"));
        assertTrue(problem("a: &a [*a]\n").startsWith("acme.yaml, line 1, column "), problem("a: &a [*a]\n"));
    }

    @Test
    void aProblemBehindAnAlias_isToldAtItsLine() throws Problem {
        Document document = read("""
                a: &a {type: {}}
                b: *a
                """);
        assertTrue(document.problem(JsonPointer.compile("/b/type"), "wrong.").sentence()
                .startsWith("acme.yaml, line 2, column "));
    }
}
