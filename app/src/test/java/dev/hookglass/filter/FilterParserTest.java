package dev.hookglass.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter.Condition;
import dev.hookglass.filter.Term.Comparison;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static final Map<String, Integer> SOURCES = Map.of("CMP", 1, "Campaign", 2, "my source", 3);
    private static final FilterParser PARSER = new FilterParser(condition -> SOURCES.entrySet()
            .stream()
            .filter(source -> condition.test(source.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet()));

    private static List<Condition> parse(String filter) throws FilterException {
        return PARSER.parse(filter).conditions();
    }

    private static Term term(String filter) throws FilterException {
        List<Condition> conditions = parse(filter);
        assertEquals(1, conditions.size(), filter);
        return conditions.getFirst().term();
    }

    private static FilterException error(String filter) {
        return assertThrows(FilterException.class, () -> parse(filter), filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n"})
    void parse_nothing_isEveryEvent(String filter) throws FilterException {
        assertTrue(PARSER.parse(filter).isAll());
    }

    @Test
    void parse_eachField() throws FilterException {
        assertEquals(new Term.Type(List.of("task_*", "bounce")), term("type:task_*,bounce"));
        assertEquals(new Term.VerdictIs(Set.of(Outcome.INVALID, Outcome.MISSING)), term("verdict:Invalid,missing"));
        assertEquals(new Term.SourceIs(Set.of(1, 2)), term("source:c*"));
        assertEquals(new Term.Method(List.of("GET", "POST")), term("method:get,POST"));
        assertEquals(new Term.Path(List.of("/cmp*")), term("path:/cmp*"));
        assertEquals(new Term.Reply(Comparison.AT_LEAST, 400), term("reply:>=400"));
        assertEquals(new Term.Is(Term.Mark.PINNED), term("is:Pinned"));
        assertEquals(new Term.Is(Term.Mark.DUPLICATE), term("is:duplicate"));
        assertEquals(new Term.Is(Term.Mark.HANDSHAKE), term("is:handshake"));
        assertEquals(new Term.Size(Comparison.MORE, 10_000), term("size:>10k"));
        assertEquals(new Term.HeaderIs("x-id", "42"), term("header:x-id=42"));
        assertEquals(new Term.HeaderIs("Accept", "a,b=c"), term("header:Accept=a,b=c"));
        assertEquals(new Term.HeaderIs("x-id", "*"), term("header:x-id"));
        assertEquals(new Term.Remote(List.of("127.0.0.1", "10.*")), term("remote:127.0.0.1,10.*"));
    }

    @Test
    void parse_fieldNamesInAnyCase() throws FilterException {
        assertEquals(new Term.Type(List.of("Bounce")), term("TYPE:Bounce"));
    }

    @ParameterizedTest
    @CsvSource({"size:0, EQUAL, 0", "size:=1, EQUAL, 1", "size:<2, LESS, 2", "size:<=2K, AT_MOST, 2000",
            "size:>3m, MORE, 3000000", "size:>=4kB, AT_LEAST, 4000", "size:5b, EQUAL, 5",
            "size:999999999999M, EQUAL, 999999999999000000"})
    void parse_sizes(String filter, Comparison comparison, long bytes) throws FilterException {
        assertEquals(new Term.Size(comparison, bytes), term(filter));
    }

    @Test
    void parse_quotationMarksKeepWordsTogether() throws FilterException {
        assertEquals(new Term.Type(List.of("a b")), term("type:\"a b\""));
        assertEquals(new Term.SourceIs(Set.of(3)), term("source:\"my source\""));
        assertEquals(new Term.Text("x y"), term("\"x y\""));
        assertEquals(new Term.Text("type:bounce"), term("\"type:bounce\""));
        assertEquals(new Term.Text("a b:c"), term("\"a b\":c"));
    }

    @Test
    void parse_aMinusTurnsAWordIntoItsOpposite() throws FilterException {
        assertEquals(List.of(new Condition(new Term.VerdictIs(Set.of(Outcome.VALID)), true),
                new Condition(new Term.Text("x y"), true), new Condition(new Term.Text("-z"), true)),
                parse("-verdict:valid -\"x y\" --z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 2026-11-19T23:00:00Z", "14:30, 2026-11-21T13:30:00Z",
            "2026-11-20T14:30:15, 2026-11-20T13:30:15Z", "2026-11-20T14:30Z, 2026-11-20T14:30:00Z",
            "90s, 2026-11-20T23:28:30Z", "15m, 2026-11-20T23:15:00Z", "2H, 2026-11-20T21:30:00Z",
            "3d, 2026-11-17T23:30:00Z"})
    void parse_aTime_isOfTheCalendarHere(String text, Instant time) throws FilterException {
        // Half past midnight there.
        FilterParser parser = new FilterParser(_ -> Set.of(),
                Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneId.of("Europe/Berlin")));

        assertEquals(new Term.Received(true, time), parser.parse("before:" + text).conditions().getFirst().term());
        assertEquals(new Term.Received(false, time), parser.parse("after:" + text).conditions().getFirst().term());
    }

    @Test
    void parse_aCommaInQuotationMarks_partsNothing() throws FilterException {
        assertEquals(new Term.Path(List.of("/x?ids=1,2", "/y")), term("path:\"/x?ids=1,2\",/y"));
    }

    @Test
    void parse_aMinusAlone_isText() throws FilterException {
        assertEquals(List.of(new Condition(new Term.Text("-"), false), new Condition(new Term.Text("a-b"), false)),
                parse("- a-b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000/x?a=b", "https://example.com", ":8080", "ünï", "a=b", "#1"})
    void parse_whatIsNoField_isText(String word) throws FilterException {
        assertEquals(new Term.Text(word), term(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "-\"\"", "  \"\"  "})
    void parse_emptyQuotationMarks_askNothing(String filter) throws FilterException {
        assertTrue(PARSER.parse(filter).isAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"type:", "type:,", "method:,,", "verdict:,", "source:,", "path:,", "size:", "reply:,",
            "header:", "after:", "remote:,",
            "type:\"\""})
    void parse_aFieldWithoutValue_isAnError(String filter) {
        assertEquals(0, error(filter).start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shape:round", "colour:pink", "a:b:c", "12:30", "verdict:good", "source:nobody",
            "reply:teapot",
            "is:there", "reply:1000", "reply:4k", "reply:200b", "reply:-1", "size:big", "size:>", "size:1.5k",
            "size:10g",
            "size:9999999999999", "header:=", "header:=x", "after:soon", "before:2026-13-01", "after:25:00"})
    void parse_whatIsNotUnderstood_isAnErrorWithItsPlace(String word) {
        FilterException error = error("bounce " + word + " x");

        assertEquals(7, error.start());
        assertEquals(7 + word.length(), error.end());
        assertTrue(error.sentence().endsWith("."), error.sentence());
    }

    @Test
    void parse_anUnknownField_namesTheOnesThereAre() {
        assertTrue(error("shape:round").sentence().contains("type, verdict, source, method, path, reply, size"));
    }

    @Test
    void parse_aQuotationMarkNeverClosed_isAnError() {
        FilterException error = error("x type:\"a b");

        assertEquals(2, error.start());
        assertEquals(11, error.end());
    }

    @Test
    void parse_sourcesByPartOfTheirName_areNotFoundByChance() {
        error("source:cm");
        error("source:.*");
    }
}
