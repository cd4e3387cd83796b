package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.payload.JsonTokens.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTokensTest {
    @Test
    void memberHasKeyPunctuationAndValue() {
        assertEquals("KEY \"a\\\"b\"|PUNCTUATION :|NUMBER -1.5e+7|PUNCTUATION ,", describe("  \"a\\\"b\" : -1.5e+7,"));
    }

    @Test
    void stringIsNoKeyWithoutAColon() {
        assertEquals("STRING \"a: b\"|PUNCTUATION ,", describe("\"a: b\","));
    }

    @Test
    void literalsAreTold() {
        assertEquals("PUNCTUATION [|LITERAL true|PUNCTUATION ,|LITERAL null|PUNCTUATION ]", describe("[true, null]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "\"open\\", "truly nothing", "\u0000", "é😀", "--..", "\\"})
    void anythingElseIsHarmless(String line) {
        int at = 0;
        for (Span span : JsonTokens.of(line)) {
            assertEquals(true, span.start() >= at && span.end() > span.start() && span.end() <= line.length(),
                    span.toString());
            at = span.end();
        }
    }

    private static String describe(String line) {
        List<Span> spans = JsonTokens.of(line);
        return spans.stream().map(span -> span.kind() + " " + line.substring(span.start(), span.end()))
                .collect(Collectors.joining("|"));
    }
}
