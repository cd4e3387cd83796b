package dev.hookglass.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hookglass.problem.Problem;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplySequenceTest {
    /** What a person types, how it is told back, and what the first six requests get. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"200 | 200 | 200 200 200 200 200 200",
            "503x2,200@5s | 503 ×2, 200 after 5 s | 503 503 200 200 200 200",
            "' 503 * 2 , Drop , never ' | 503 ×2, drop, never | 503 503 drop never never never",
            "expected@250ms,500x2 | expected after 250 ms, 500 ×2 | expected 500 500 500 500 500",
            "drop ×3 after 1.5 min,200 | drop ×3 after 90 s, 200 | drop drop drop 200 200 200",
            "503,200,503,200 | 503, 200, 503, 200 | 503 200 503 200 200 200"})
    void parse_isToldBackAndCounts(String typed, String told, String answers) throws Problem {
        ReplySequence sequence = ReplySequence.parse(typed);

        assertEquals(told, sequence.text());
        assertEquals(sequence, ReplySequence.parse(told));
        assertEquals(answers, LongStream.range(0, 6)
                .mapToObj(number -> sequence.step(number).text().replaceAll(" after.*", ""))
                .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "200,", ",200", "200 twice", "2OO", "200 ×0", "never after 5 s", "200 after 5",
            "200@-1s", "12345678", "200 ×9999999"})
    void parse_whatIsNone_isAProblem(String typed) {
        assertThrows(Problem.class, () -> ReplySequence.parse(typed));
    }
}
