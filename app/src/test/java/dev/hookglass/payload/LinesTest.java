package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.payload.Lines.Match;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void textIsCutAtItsLineEnds() {
        assertEquals(List.of("a", "", "b"), all(TextLines.of("a\r\n\nb")));
        assertEquals(List.of("a", ""), all(TextLines.of("a\n")));
        assertEquals(List.of(""), all(TextLines.of("")));
    }

    @Test
    void longLineGoesOnWithoutANumber() {
        String longLine = "x".repeat(2 * TextLines.MOST_LENGTH + 1);
        TextLines lines = TextLines.of("a\n" + longLine + "\nb");
        assertEquals(List.of(1, 2, 0, 0, 3), IntStream.range(0, lines.count()).map(lines::number).boxed().toList());
        assertEquals("x", lines.line(3));
        assertEquals("b", lines.line(4));
    }

    @Test
    void cutNeverSplitsACharacter() {
        TextLines lines = TextLines.of("x" + "😀".repeat(TextLines.MOST_LENGTH));
        for (int i = 0; i < lines.count(); i++) {
            assertTrue(lines.line(i).length() <= TextLines.MOST_LENGTH);
            assertEquals("", lines.line(i).replace("😀", "").replace("x", ""), "line " + i);
        }
    }

    @Test
    void copyIsTheTextItself() {
        String text = "a\r\n" + "x".repeat(TextLines.MOST_LENGTH + 10) + "\nb";
        TextLines lines = TextLines.of(text);
        assertEquals(text, lines.between(0, 0, lines.count() - 1, 1));
        assertEquals("xx", lines.between(1, TextLines.MOST_LENGTH - 1, 2, 1));
    }

    @Test
    void findIgnoresCaseAndCrossesCuts() {
        TextLines lines = TextLines.of("Task task\n" + "x".repeat(TextLines.MOST_LENGTH - 1) + "TASK");
        assertEquals(List.of(new Match(0, 0, 0, 4), new Match(0, 5, 0, 9),
                new Match(1, TextLines.MOST_LENGTH - 1, 2, 3)), lines.find("task", 10));
        assertEquals(1, lines.find("task", 1).size());
        assertEquals(List.of(), lines.find("", 10));
    }

    @Test
    void hexDumpShowsOffsetBytesAndCharacters() {
        HexDump dump = new HexDump(Bytes.ofLatin1("{\"event\":\"b\"}\u0000\u00ff~!"));
        assertEquals(2, dump.count());
        assertEquals("00000000  7b 22 65 76 65 6e 74 22  3a 22 62 22 7d 00 ff 7e  {\"event\":\"b\"}..~", dump.line(0));
        assertEquals("00000010  21                                                !", dump.line(1));
        assertEquals(dump.line(0) + "\n" + dump.line(1), dump.between(0, 0, 1, dump.line(1).length()));
        assertEquals(List.of(new Match(0, 10, 0, 12)), dump.find("7B", 9).subList(0, 1));
    }

    @Test
    void emptyHexDumpHasOneLine() {
        assertEquals(1, new HexDump(Bytes.EMPTY).count());
        assertEquals("00000000", new HexDump(Bytes.EMPTY).line(0).strip());
    }

    @Test
    void hexDumpOfManyBytesIsMadeOnDemand() {
        HexDump dump = new HexDump(Bytes.wrap(new byte[10 << 20]));
        assertEquals(655_360, dump.count());
        assertTrue(dump.line(655_359).startsWith("009ffff0  00"));
    }

    private static List<String> all(Lines lines) {
        return IntStream.range(0, lines.count()).mapToObj(lines::line).toList();
    }
}
