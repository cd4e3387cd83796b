package dev.hookglass.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final Map<String, List<String>> VALUES = Map.of("verdict", List.of("valid", "invalid", "stale"),
            "type", List.of("task_added", "task_removed", "asset added"), "header", List.of("x-id", "host"));

    /** The caret is where the bar stands. */
    private static Completion at(String filter) {
        return Completion.at(filter.replace("|", ""), filter.indexOf('|'),
                field -> VALUES.getOrDefault(field, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "ver|; verdict:",
            "VER|; verdict:",
            "-ver|; verdict:",
            "x ve|; verdict:",
            "\"a b\" ve|; verdict:",
            "verdict:|; valid invalid stale",
            "verdict:va|; valid invalid",
            "verdict:stale,inv|; invalid",
            "header:x|; x-id",
            "-type:REM|; task_removed",
            "type:asset|; \"asset added\"",
            "type:\"asset a|; \"asset added\"",
            "path:|; ''",
            "zzz|; ''",
            "\"ver|; ''"})
    void at_theWordAtTheCaret_offersHowItMayGoOn(String filter, String choices) {
        assertEquals(choices, String.join(" ", at(filter).choices()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '%', value = {
            "ver|; verdict:; verdict:|",
            "a -ver| b; verdict:; a -verdict:|b",
            "verdict:inv|; invalid; %verdict:invalid |%",
            "verdict:stale,inv| text; invalid; verdict:stale,invalid |text",
            "type:as|sx x; \"asset added\"; type:\"asset added\" |x"})
    void accept_putsTheChoiceInThePlaceOfWhatIsTyped(String filter, String choice, String after) {
        Completion completion = at(filter);

        String accepted = completion.accept(filter.replace("|", ""), choice);
        assertEquals(after.replace("|", ""), accepted);
        assertEquals(after.indexOf('|'), completion.caretBehind(choice));
    }

    @Test
    void with_addsAWordOnce_andTakesItsOppositeOut() {
        assertEquals("type:a", FilterWords.with(" ", "type:a"));
        assertEquals("x type:a", FilterWords.with("x type:a", "type:a"));
        assertEquals("x type:a", FilterWords.with("-type:a x", "type:a"));
        assertEquals("x -type:a", FilterWords.with("type:a x", "-type:a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '%', value = {"a; a", "a b; \"a b\"", "a,b; \"a,b\"", "%a\"b%; a*b"})
    void quoted_isTakenLiterallyByTheGrammar(String value, String word) throws FilterException {
        assertEquals(word, FilterWords.quoted(value));
        assertEquals(List.of(value.replace('"', '*')), Word.split("type:" + word).getFirst().values());
    }
}
