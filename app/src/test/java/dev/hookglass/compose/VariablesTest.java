package dev.hookglass.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private final Variables variables = Variables.of(Map.of("tenant", "acme$1\\"),
            InstantSource.fixed(Instant.parse("2026-01-05T10:20:30.125Z")));

    @Test
    void knownOnesAreFilledIn_andUnknownOnesStay() {
        assertEquals("2026-01-05T10:20:30.125Z 1767608430 1767608430125 acme$1\\ {{other}} {{target.x}} {{",
                variables.fill("{{now}} {{ now.unix }} {{now.millis}} {{target.tenant}} {{other}} {{target.x}} {{"));
        assertEquals(List.of("other", "target.x"), variables.unknown("{{now}} {{other}} {{target.x}} {{other}}"));
        assertEquals("{{now}}", Variables.none().fill("{{now}}"));
    }

    @Test
    void anIdIsTheSameWithinARequest_andAnotherInTheNext() {
        String id = variables.fill("{{uuid}}");
        assertEquals(id + " " + id, variables.fill("{{uuid}} {{uuid}}"));
        assertTrue(id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertNotEquals(id, Variables.of(Map.of(), InstantSource.system()).fill("{{uuid}}"));
    }

    @Test
    void maskedTextIsJsonOfTheSameLength() {
        String text = "{\"a\\\"\": {{now.unix}}, \"b\": \"{{now}}\"}";
        assertEquals("{\"a\\\"\": 1           , \"b\": \"{{now}}\"}", Variables.masked(text));
    }
}
