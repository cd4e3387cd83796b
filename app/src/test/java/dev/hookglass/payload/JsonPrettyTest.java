package dev.hookglass.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPrettyTest {
    @Test
    void membersAndItemsGetALineEach() {
        assertEquals("""
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "empty": {},
                  "none": []
                }""", formatted("{\"a\":[1,{\"b\":null}],\"empty\":{ },\"none\":[\n]}"));
    }

    @Test
    void numbersEscapesAndDuplicatesStayAsSent() {
        assertEquals("""
                {
                  "n": 1.10,
                  "n": 1e400,
                  "n": 12345678901234567890.123,
                  "n": -0.0E+05,
                  "s": "\\/ \\u00e9 é \\"}, \\\\"
                }""", formatted("{\"n\":1.10,\"n\":1e400,\"n\":12345678901234567890.123,\"n\":-0.0E+05,"
                + "\"s\":\"\\/ \\u00e9 é \\\"}, \\\\\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "0", "-1.5e-7", "true", "false", "null", "{}", "[]"})
    void scalarsAndEmptyContainersStandAlone(String json) {
        assertEquals(json, formatted("\r\n\t " + json + " "));
    }

    @Test
    void formattingTwiceChangesNothing() {
        String once = formatted("[{\"a\":[[],{}]},[\"x\"]]");
        assertEquals(once, formatted(once));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1,}           | 1 | 8 | Here a name in double quotes is expected, but “}” is there.
            [1,]               | 1 | 4 | Here a value is expected, but “]” is there.
            [1 2]              | 1 | 4 | Here a comma or a closing bracket is expected, but “2” is there.
            {"a" 1}            | 1 | 6 | Here a colon is expected, but “1” is there.
            {"a":1]            | 1 | 7 | Here a comma or a closing brace is expected, but “]” is there.
            {'a':1}            | 1 | 2 | Here a name in double quotes is expected, but “'” is there.
            {"a":tru}          | 1 | 6 | Here a value is expected, but “t” is there.
            {"a":              | 1 | 6 | Here a value is expected, but the text ends.
            event=bounce       | 1 | 1 | Here a value is expected, but “e” is there.
            ["é😀","b]         | 1 | 7 | The string that begins here is not closed.
            ["\\x"]            | 1 | 3 | A backslash begins an escape that JSON does not know.
            ["\\u12g4"]        | 1 | 3 | A backslash begins an escape that JSON does not know.
            [01]               | 1 | 2 | The number begins with a zero that JSON does not allow.
            [1.]               | 1 | 4 | Here a digit behind the decimal point is expected, but “]” is there.
            [1e]               | 1 | 4 | Here a digit of the exponent is expected, but “]” is there.
            [-]                | 1 | 3 | Here a digit is expected, but “]” is there.
            {} {}              | 1 | 4 | The document ends before this place, and more text follows.
            ``                 | 1 | 1 | Here a value is expected, but the text ends.
            """)
    void whatIsNotJsonIsToldWithItsPlace(String text, int line, int column, String reason) {
        assertEquals(new Pretty.Refused(line, column, text.offsetByCodePoints(0, column - 1), reason),
                JsonPretty.format(text));
    }

    @Test
    void placeCountsLines() {
        assertEquals("Line 3, column 3: Here a value is expected, but “x” is there.",
                refused("{\n\"a\":\n  x}").sentence());
    }

    @Test
    void controlCharacterInAStringIsNamed() {
        assertTrue(refused("[\"a\nb\"]").reason().contains("U+000A"));
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 5_000, 100_000})
    void deepNestingIsDeclinedInWords(int depth) {
        assertTrue(refused("[".repeat(depth) + "]".repeat(depth)).reason().contains("deeper than 500 levels"));
        assertInstanceOf(Pretty.Formatted.class, JsonPretty.format("[".repeat(500) + "]".repeat(500)));
    }

    @Test
    void indentsCannotFillTheMemory() {
        String text = "[".repeat(499) + "1,".repeat(1 << 20) + "1" + "]".repeat(499);
        assertTrue(refused(text).reason().contains("64 MiB"));
    }

    @Test
    void tenMebibytesAreFast() {
        String item = "{\"id\":\"870825113a12950a7eeeb64a64236dff\",\"version\":3.10,\"archived\":false,\"tags\":[]},";
        String text = "[" + item.repeat((10 << 20) / item.length()) + "{}]";
        formatted(text);
        // The thread's own time: what else the machine does is not ours.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        formatted(text);
        long millis = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
        System.out.println("10 MiB formatted in " + millis + " ms");
        assertTrue(millis < 500, millis + " ms");
    }

    private static String formatted(String text) {
        return assertInstanceOf(Pretty.Formatted.class, JsonPretty.format(text)).text();
    }

    private static Pretty.Refused refused(String text) {
        return assertInstanceOf(Pretty.Refused.class, JsonPretty.format(text));
    }
}
