package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.payload.Comparison.Kind;
import dev.hookglass.payload.Comparison.Piece;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static List<String> sorted(String json) {
        return JsonSorted.lines(json, true, IgnoredPaths.NONE).orElseThrow();
    }

    @Test
    void of_putsLinesThatBelongTogetherBesideEachOther() {
        Comparison comparison = Comparison.of(List.of("a", "b 1", "c", "d"), List.of("a", "b 2", "c", "c2", "d"));

        assertEquals(List.of(Kind.SAME, Kind.CHANGED, Kind.SAME, Kind.RIGHT_ONLY, Kind.SAME),
                comparison.rows().stream().map(Comparison.Row::kind).toList());
        Comparison.Row changed = comparison.rows().get(1);
        assertEquals(List.of(new Piece("b ", false), new Piece("1", true)), changed.left());
        assertEquals(List.of(new Piece("b ", false), new Piece("2", true)), changed.right());
        assertEquals(List.of(1, 3), comparison.differences());
        assertEquals(4, comparison.rows().get(4).leftNumber());
        assertEquals(5, comparison.rows().get(4).rightNumber());
    }

    @Test
    void of_indentation_differsOnlyWhereNothingElseDoes() {
        Comparison.Row deeper = Comparison.of(List.of("  one,"), List.of("    two,")).rows().getFirst();
        assertEquals(List.of(new Piece("  ", false), new Piece("one", true), new Piece(",", false)), deeper.left());
        assertEquals(List.of(new Piece("    ", false), new Piece("two", true), new Piece(",", false)), deeper.right());

        Comparison.Row moved = Comparison.of(List.of("  one"), List.of("    one")).rows().getFirst();
        assertTrue(moved.right().contains(new Piece("  ", true)), moved.toString());
    }

    @Test
    void of_everyLine_standsOnItsSideInItsOrder() {
        List<String> left = IntStream.range(0, 200).mapToObj(i -> "line " + i * 7 % 50).toList();
        List<String> right = IntStream.range(0, 180).mapToObj(i -> "line " + i * 11 % 50).toList();
        Comparison comparison = Comparison.of(left, right);
        assertEquals(left, side(comparison, true));
        assertEquals(right, side(comparison, false));
    }

    private static List<String> side(Comparison comparison, boolean isLeft) {
        return comparison.rows().stream()
                .filter(row -> (isLeft ? row.leftNumber() : row.rightNumber()) > 0)
                .map(row -> String.join("",
                        (isLeft ? row.left() : row.right()).stream().map(Piece::text).toList()))
                .toList();
    }

    @Test
    void of_theSame_hasNoDifference() {
        assertEquals(List.of(), Comparison.of(List.of("a", "b"), List.of("a", "b")).differences());
        assertEquals(List.of(), Comparison.of(List.of(), List.of()).rows());
    }

    @Test
    void sortedJson_doesNotDependOnTheOrderOfNames_butOfItems() {
        assertEquals(sorted("{\"a\":[1,2],\"b\":{\"c\":1.0,\"d\":\"\\u00e9\"}}"),
                sorted("{ \"b\" : {\"d\":\"\\u00e9\", \"c\": 1.0}, \"a\":[1,2]}"));
        assertTrue(Comparison.of(sorted("[1,2]"), sorted("[2,1]")).differences().size() > 0);
        assertTrue(Comparison.of(sorted("1.0"), sorted("1.00")).differences().size() > 0);
    }

    @Test
    void sortedJson_keepsDuplicateNamesInTheirOrder() {
        assertEquals(List.of("{", "  \"a\": 2", "  \"a\": 1", "  \"b\": []", "}"),
                sorted("{\"b\":[],\"a\":2,\"a\":1}"));
    }

    @Test
    void newLastItem_isOneDifference() {
        assertEquals(1, Comparison.of(sorted("{\"a\":1}"), sorted("{\"a\":1,\"b\":2}")).differences().size());
    }

    @ParameterizedTest
    @CsvSource({"/id,1", "id,1", "/data/*/at,1", "'/id, /data/*/at',0", "/data,1", "'id /data',0"})
    void ignoredPaths_areNotCompared(String paths, int differences) {
        IgnoredPaths ignored = IgnoredPaths.parse(paths);
        List<String> left = JsonSorted.lines("{\"id\":1,\"data\":[{\"at\":1},{\"at\":2}]}", false, ignored)
                .orElseThrow();
        List<String> right = JsonSorted.lines("{\"id\":2,\"data\":[{\"at\":3},{\"at\":2}]}", false, ignored)
                .orElseThrow();
        assertEquals(differences, Comparison.of(left, right).differences().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,", "{\"a\":1,}", "1 2", "nul"})
    void lines_ofWhatIsNoJson_areNone(String text) {
        assertEquals(Optional.empty(), JsonSorted.lines(text, true, IgnoredPaths.NONE));
    }

    @Test
    void lines_ofWhatIsTooDeep_areNone() {
        assertEquals(Optional.empty(), JsonSorted.lines("[".repeat(100_000), true, IgnoredPaths.NONE));
    }

    @Test
    void head_sorted_doesNotDependOnOrderAndCase() {
        RequestHead one = new RequestHead("POST", "/", "HTTP/1.1", List.of(new Header("B", "2"), new Header("a", "1")));
        RequestHead other = new RequestHead("POST", "/", "HTTP/1.1",
                List.of(new Header("A", "1"), new Header("b", "2")));
        assertEquals(EventText.head(one, true, _ -> false), EventText.head(other, true, _ -> false));
        assertTrue(EventText.head(one, false, header -> header.is("b")).contains("B: ••••••••"));
    }

    @Test
    void body_thatIsNoText_isComparedAsHex() {
        List<String> lines = EventText.body(Bytes.wrap(new byte[]{0, 1, (byte) 0xff}), List.of(), true,
                IgnoredPaths.NONE);
        assertTrue(lines.getFirst().contains("00 01 ff"), lines.toString());
    }
}
