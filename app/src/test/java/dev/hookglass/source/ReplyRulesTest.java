package dev.hookglass.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyRulesTest {
    private static final Provider CMP = Catalogue.load(Path.of("no-such-folder")).find("optimizely-cmp").orElseThrow();
    private static final Verdict VALID = new Verdict(Outcome.VALID, "");
    private static final Verdict INVALID = new Verdict(Outcome.INVALID, "");

    private static String problem(ReplyRule rule) {
        return assertThrows(Problem.class, () -> ReplyRules.check(rule, CMP)).sentence();
    }

    private static ReplyRule answering(String answer) throws Problem {
        return ReplyRule.EXPECTED.withAnswer(ReplySequence.parse(answer));
    }

    @ParameterizedTest
    @CsvSource({"100, 200 and 599", "199, 200 and 599", "600, 200 and 599", "'200, 0', 200 and 599",
            "200 after 601 s, 10 minutes", "drop after 11 min, 10 minutes"})
    void check_anAnswerThatCannotBe_isAProblem(String answer, String told) throws Problem {
        assertTrue(problem(answering(answer)).contains(told));
        ReplyRule whenBad = ReplyRule.EXPECTED.withWhenBad(Optional.of(ReplySequence.parse(answer)));
        assertTrue(problem(whenBad).contains(told));
    }

    @ParameterizedTest
    @CsvSource({"Content-Length, 1", "transfer-encoding, chunked", "Connection, close", "X A, 1", "'', 1", "X-Ä, 1"})
    void check_aHeaderThatCannotBe_isAProblem(String name, String value) {
        assertTrue(problem(ReplyRule.EXPECTED.withHeaders(List.of(new Header(name, value)))).contains(name));
    }

    @Test
    void check_aHeaderValueThatCannotBe_isAProblem() {
        for (String value : List.of("a\r\nSet-Cookie: b", "a\u0000", "€")) {
            assertTrue(problem(ReplyRule.EXPECTED.withHeaders(List.of(new Header("X-A", value)))).contains("X-A"));
        }
    }

    @Test
    void check_aBodyThatIsTooLongOrCannotBeSent_isAProblem() throws Problem {
        assertTrue(problem(ReplyRule.EXPECTED.withBody("ä".repeat((1 << 19) + 1))).contains("1 MiB"));
        assertTrue(problem(answering("503, 204").withBody("x")).contains("204 has no body"));
        ReplyRules.check(answering("503, 204"), CMP);
        ReplyRules.check(answering("200 after 10 min").withBody("ä".repeat(1 << 19)), CMP);
    }

    @Test
    void next_goesThroughTheSequenceByVerdictAndBeginsAnewWhenTold() throws Problem {
        Replies replies = new Replies();
        Source source = Source.draft("Any", "optimizely-cmp", "/x").withId(7)
                .withReply(answering("503 ×2, 200").withWhenBad(Optional.of(ReplySequence.parse("401"))));

        assertEquals("503", replies.next(source, VALID).text());
        assertEquals("401", replies.next(source, INVALID).text());
        assertEquals("503", replies.next(source, VALID).text());
        assertEquals("200", replies.next(source, VALID).text());
        assertEquals(3, replies.answered(source));

        replies.restart(7);
        assertEquals(0, replies.answered(source));
        assertEquals("503", replies.next(source, VALID).text());

        Source changed = source.withReply(answering("500, 200"));
        assertEquals("500", replies.next(changed, VALID).text());
        assertEquals("200", replies.next(changed, INVALID).text());
    }
}
