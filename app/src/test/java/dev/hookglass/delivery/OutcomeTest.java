package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static Optional<String> redirect(int status) {
        return new Outcome.Answered(Duration.ZERO, status, "", List.of(new Header("location", "/else")), Bytes.EMPTY,
                false).redirectsTo();
    }

    @Test
    void onlyARedirect_leadsElsewhere() {
        assertEquals(Optional.of("/else"), redirect(307));
        assertEquals(Optional.empty(), redirect(201));
    }
}
