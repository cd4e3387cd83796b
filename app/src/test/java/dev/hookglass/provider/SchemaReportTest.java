package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.payload.JsonBody;
import dev.hookglass.provider.SchemaDifference.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaReportTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode SCHEMA = JSON.readTree("""
            {"type":"object","required":["event","data"],
             "properties":{
              "event":{"const":"added"},
              "kind":{"enum":["a","b",null]},
              "n":{"type":["integer","string"]},
              "f":{"type":"number"},
              "map":{"type":"object","additionalProperties":{"type":"string"}},
              "open":{"type":"object"},
              "list":{"type":"array","items":{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}},
              "data":{"oneOf":[
                {"type":"object","required":["t","x"],"properties":{"t":{"const":1},"x":{"type":"string"}}},
                {"type":"object","required":["t","y"],"properties":{"t":{"const":2},"y":{"type":"string"}}}]}},
             "allOf":[{"properties":{"extra":{"type":"boolean"}}}]}""");

    private static List<String> differences(String payload) {
        return SchemaComparison.of(SCHEMA, JsonBody.parse(Bytes.ofUtf8(payload), List.of()).orElseThrow(), "").stream()
                .map(found -> found.kind() + " " + found.pointer()).toList();
    }

    @Test
    void whatFollowsTheSchemaDiffersInNothing() {
        assertEquals(List.of(), differences("""
                {"event":"added","kind":null,"n":7.0,"f":3,"map":{"any":"x"},"open":{"any":1},"extra":true,
                 "list":[{"id":"1"}],"data":{"t":2.0,"y":"z"}}"""));
    }

    @Test
    void eachKindOfDifferenceIsFoundAtItsPlace() {
        assertEquals(List.of("MISSING /event", "NEW_VALUE /kind", "WRONG_TYPE /n", "WRONG_TYPE /map/k",
                "WRONG_TYPE /list/0/id", "MISSING /list/1/id", "UNKNOWN /list/1/a~1b", "UNKNOWN /new",
                "UNKNOWN /data/z"),
                differences("""
                        {"kind":"c","n":1.5,"map":{"k":1},"list":[{"id":1},{"a/b":1}],"new":{"x":1},
                         "data":{"t":1,"x":"","z":0}}"""));
    }

    @Test
    void ofAlternativesTheOneThatIsMeantCounts() {
        assertEquals(List.of("MISSING /data/y"), differences("{\"event\":\"added\",\"data\":{\"t\":2}}"));
    }

    @Test
    void numbersOfAnySizeAndAnotherRootAreBorne() {
        assertEquals(List.of(),
                differences("{\"event\":\"added\",\"f\":1e400,\"n\":1e400,\"data\":{\"t\":1,\"x\":\"\"}}"));
        assertEquals(List.of("WRONG_TYPE "), differences("[]"));
    }

    static Stream<Provider> providers() {
        return Catalogue.load(Path.of("none")).all().stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void samplesOfAProviderFollowItsOwnSchemas(Provider provider) {
        for (EventType type : provider.events()) {
            JsonNode body = JSON.readTree(Samples.body(provider, type, 1).array());
            List<SchemaDifference> bad = SchemaReport.of(provider, Optional.of(type.name()), body).differences()
                    .stream().filter(found -> found.kind() != Kind.UNKNOWN).toList();
            assertEquals(List.of(), bad, provider.id() + " " + type.name());
        }
    }

    @Test
    void itemsOfAListAreComparedEachByItsType() {
        Provider campaign = Catalogue.load(Path.of("none")).find("optimizely-campaign").orElseThrow();
        SchemaReport report = SchemaReport.of(campaign, Optional.of("open"), JSON.readTree("""
                [{"type":"open","clientId":1},{"type":"bounce","what":1},{"type":"brandnew"}]"""));
        assertEquals(Set.of("open", "bounce"), report.known());
        assertEquals(Set.of("brandnew"), report.unknown());
        assertTrue(report.differences().contains(new SchemaDifference(Kind.UNKNOWN, "/1/what", "", "integer")));
    }
}
