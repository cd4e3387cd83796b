package dev.hookglass.store;

import static dev.hookglass.store.Captures.append;
import static dev.hookglass.store.Captures.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters as a person types them, answered by the database. Events are told apart by the last part of their target. */
class FilteredPagesIT {
    @TempDir
    private static Path folder;
    private static EventStore store;

    @BeforeAll
    static void fill() throws Exception {
        store = EventStore.open(folder, () -> {});
        append(store, draft().target("/cmp/a").type("task_added"));
        append(store, draft().target("/cmp/b").type("task%added").outcome(Outcome.INVALID).method("put"));
        append(store, draft().target("/cmp/c?q").type("TASK_REMOVED").outcome(Outcome.MISSING).status(404));
        append(store, draft().target("/d").type(null).source(2).body(Bytes.ofUtf8("Grüße from “Ada”")));
        append(store, draft().target("/e").type("task\\added").source(2).body(Bytes.wrap(new byte[12_000])));
        append(store, draft().target("/f*").type("bounce").source(3).outcome(Outcome.UNCHECKED).status(503)
                .body(Bytes.ofUtf8(" ".repeat((2 << 20) - 3) + "far AWAY")));
        Captures.stored(store, draft().target("/g").type("TASK added").outcome(Outcome.VALID)
                .body(Bytes.wrap("naïve".getBytes(StandardCharsets.ISO_8859_1))));
    }

    @AfterAll
    static void close() throws Problem {
        store.close();
    }

    private static Set<Integer> sources(Predicate<String> name) {
        return IntStream.rangeClosed(1, 3).filter(id -> name.test("s" + id)).boxed().collect(Collectors.toSet());
    }

    private static String found(String filter) throws Exception {
        EventFilter parsed = new FilterParser(FilteredPagesIT::sources).parse(filter);
        return store.newer(parsed, 0, 100).stream().map(EventSummary::target).map(FilteredPagesIT::letter)
                .collect(Collectors.joining());
    }

    private static String letter(String target) {
        return target.replaceFirst(".*/(\\w).*", "$1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "                       | abcdefg",
            "type:task_added        | a",
            "type:TASK_ADDED        | a",
            "type:task_*            | ac",
            "type:task%*            | b",
            "type:task\\*           | e",
            "type:*ADDED            | abeg",
            "type:*                 | abcefg",
            "-type:*                | d",
            "-type:task_added       | bcdefg",
            "-type:task_*           | bdefg",
            "type:bounce,task_*     | acf",
            "-type:bounce,task_*    | bdeg",
            "type:\"task added\"    | g",
            "type:nothing           | ''",
            "verdict:invalid,missing | bc",
            "-verdict:valid         | bcf",
            "verdict:stale          | ''",
            "source:s2              | de",
            "-source:s2,s3          | abcg",
            "source:s*              | abcdefg",
            "method:PUT             | b",
            "method:put,post        | abcdefg",
            "-method:put            | acdefg",
            "path:/cmp*             | abc",
            "path:/cmp/c            | ''",
            "path:/cmp/c*           | c",
            "path:/d                | d",
            "-path:/cmp*            | defg",
            "reply:>=400            | cf",
            "reply:404              | c",
            "reply:<404             | abdeg",
            "-reply:200             | cf",
            "header:host            | abcdefg",
            "header:HOST=local*     | abcdefg",
            "header:host=local      | ''",
            "-header:x-other        | abcdefg",
            "header:x-näme=v*       | abcdefg",
            "remote:127.0.0.1       | abcdefg",
            "remote:127.*           | abcdefg",
            "-remote:127.0.0.1:5    | ''",
            "remote:127.0.0         | ''",
            "after:2026-11-20T12:00Z  | abcdefg",
            "before:2026-11-20T12:00Z | ''",
            "before:2026-11-20T12:01Z -after:2026-11-20T12:00:01Z | abcdefg",
            "naïve                  | g",
            "NAÏVE                  | g",
            "grÜSSE                 | ''",
            "size:>10k              | ef",
            "size:<=2               | abc",
            "size:12000             | e",
            "source:s1 verdict:valid -type:task_added | g",
            "källe                  | ''",
            "GRüßE                  | d",
            "from                   | d",
            "\"FROM “ada\"          | d",
            "-from                  | abcefg",
            "\"far away\"           | f",
            "far source:s3          | f",
            "far source:s2          | ''",
            "localhost              | abcdefg",
            "/cmp/                  | abc",
            "PUT                    | b",
            "-/cmp/ -far            | deg",
            "\"host: LOCALHOST\"    | abcdefg",
            "%                      | ''",
            "_                      | ''",
            "{}                     | abc"})
    void newer_withAFilter_findsWhatItSays(String filter, String letters) throws Exception {
        assertEquals(letters, found(filter == null ? "" : filter));
    }

    @Test
    void older_withAFilter_pagesByKey() throws Exception {
        EventFilter filter = new FilterParser(FilteredPagesIT::sources).parse("/cmp/");

        assertEquals("cb", letters(filter, Long.MAX_VALUE, 2));
        assertEquals("a", letters(filter, 2, 2));
    }

    private static String letters(EventFilter filter, long before, int limit) throws Problem {
        return store.older(filter, before, limit).stream().map(EventSummary::target).map(FilteredPagesIT::letter)
                .collect(Collectors.joining());
    }
}
