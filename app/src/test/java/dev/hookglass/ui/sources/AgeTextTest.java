package dev.hookglass.ui.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTextTest {
    @ParameterizedTest
    @CsvSource({"5, PT5M", "5 min, PT5M", "90s, PT90S", "1 H, PT1H", "2 days, PT48H", "0, PT0S"})
    void read_whatPeopleWrite(String text, Duration age) {
        assertEquals(Optional.of(age), AgeText.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "5 apples", "1.5 h", "12345678"})
    void read_whatIsNoAge_isEmpty(String text) {
        assertEquals(Optional.empty(), AgeText.read(text));
    }

    @ParameterizedTest
    @CsvSource({"PT5S, 5 s", "PT90S, 90 s", "PT5M, 5 min", "PT1H, 1 h", "PT90M, 90 min", "PT0S, 0 min"})
    void of_isReadAsTheSame(Duration age, String text) {
        assertEquals(text, AgeText.of(age));
        assertEquals(Optional.of(age), AgeText.read(text));
    }
}
