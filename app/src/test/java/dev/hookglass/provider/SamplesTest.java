package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    @TempDir
    Path folder;

    @Test
    void everySampleOfEveryBuiltInTypeIsValidAndItsTypeIsFound() {
        int checked = 0;
        for (Provider provider : Catalogue.load(folder).all()) {
            for (EventType type : provider.events()) {
                for (long seed = 0; seed < 20; seed++) {
                    assertValid(type, Samples.payload(provider, type, seed));
                    assertEquals(Optional.of(type.name()),
                            foundType(provider, type, Samples.body(provider, type, seed)));
                    checked++;
                }
            }
        }
        assertTrue(checked > 20 * (49 + 14 + 43), "samples checked: " + checked);
    }

    @Test
    void everyExampleOfEveryBuiltInTypeIsValid() {
        for (Provider provider : Catalogue.load(folder).all()) {
            for (EventType type : provider.events()) {
                type.examples().forEach(example -> assertValid(type, example));
            }
        }
    }

    @Test
    void theSchemasRefuseWhatIsOfAnotherType() {
        Provider cmp = builtIn("optimizely-cmp");
        EventType removed = cmp.event("asset_removed").orElseThrow();

        assertFalse(errors(removed, Samples.payload(cmp, cmp.event("asset_modified").orElseThrow(), 1)).isEmpty());
    }

    @Test
    void theOlderFlatFormIsValidToo() {
        Provider cmp = builtIn("optimizely-cmp");

        assertValid(cmp.event("task_asset_added").orElseThrow(), JSON.readTree("""
                {"event_name": "task_asset_added", "task_id": "t1", "timestamp": "2026-01-06T10:50:57Z",
                 "asset": {"id": "a1", "type": "video", "links": {"self": "https://example.com/a1"}}}"""));
    }

    @Test
    void theSameSeedGivesTheSameBytes_andAnotherOneGivesOthers() {
        Provider cmp = builtIn("optimizely-cmp");
        EventType type = cmp.event("task_asset_added").orElseThrow();

        Set<String> bodies = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Bytes body = Samples.body(cmp, type, seed);
            assertEquals(body, Samples.body(cmp, type, seed));
            bodies.add(body.utf8());
        }
        assertEquals(100, bodies.size());
    }

    @Test
    void anIdIsTheSameWhereverItStands() {
        Provider cmp = builtIn("optimizely-cmp");
        EventType type = cmp.event("task_asset_added").orElseThrow();

        JsonNode payload = Samples.payload(cmp, type, 7);

        String task = payload.at("/data/task/id").asString();
        assertNotEquals(type.examples().getFirst().at("/data/task/id").asString(), task);
        assertTrue(task.matches("[0-9a-f]{24}"), task);
        assertEquals("https://api.cmp.optimizely.com/v3/tasks/" + task,
                payload.at("/data/asset/links/task").asString());
    }

    @Test
    void timesMoveTogether() {
        Provider cmp = builtIn("optimizely-cmp");

        JsonNode content = Samples.payload(cmp, cmp.event("content_preview_requested").orElseThrow(), 3)
                .at("/data/assets/structured_contents/0");

        assertTrue(content.path("created_at").asString().matches("202[67]-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"));
        assertEquals(content.path("created_at"), content.path("modified_at"));
        assertTrue(content.at("/content_body/fields_version/created_at")
                .asString()
                .compareTo(content.path("created_at").asString()) > 0);
    }

    @Test
    void experimentationWritesSpacesAsItsOfficialExampleDoes() {
        Provider experimentation = builtIn("optimizely-experimentation");
        EventType type = experimentation.event("project.datafile_updated").orElseThrow();

        String body = Samples.body(experimentation, type, 1).utf8();

        assertTrue(body.matches("\\{\"timestamp\": \\d{10}, \"project_id\": \\d{11}, \"data\": \\{\"cdn_url\": "
                + "\"https://cdn.optimizely.com/datafiles/\\w{22}.json\", \"environment\": \"Production\", .*"
                + "\"revision\": 13}, \"event\": \"project.datafile_updated\"}"), body);
        assertEquals("{\"a\": [1, {}, []], \"b\": \"\\u00E9\"}",
                JsonText.write(JSON.readTree("{\"a\":[1,{},[]],\"b\":\"é\"}"), JsonStyle.SPACED).utf8());
    }

    @Test
    void approvalsHoldAListOfChanges() {
        Provider experimentation = builtIn("optimizely-experimentation");
        EventType type = experimentation.event("project.approval_archived").orElseThrow();

        JsonNode payload = Samples.payload(experimentation, type, 1);

        assertTrue(payload.path("data").isArray());
        assertTrue(payload.at("/data/0/entity/api_url").asString().contains(payload.path("project_id").asString()));
    }

    @Test
    void batch_isAListOfDifferentEvents() {
        Provider campaign = builtIn("optimizely-campaign");
        EventType bounce = campaign.event("bounce").orElseThrow();

        JsonNode body = JSON.readTree(Samples.batch(campaign, bounce, 100, 5).array());

        Set<JsonNode> different = new HashSet<>();
        body.forEach(event -> {
            assertValid(bounce, event);
            different.add(event);
        });
        assertEquals(100, different.size());
        assertTrue(body.at("/0/bounceCategory").asString().matches("softbounce|hardbounce"));
        assertEquals(Samples.body(campaign, bounce, 5), Samples.batch(campaign, bounce, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> Samples.batch(campaign, bounce, 101, 5));
        assertThrows(IllegalArgumentException.class, () -> Samples.batch(campaign, bounce, 0, 5));
    }

    @Test
    void batchInsideAnObject_isEnclosed() throws Problem {
        Provider provider = ProviderFile.read("acme.yaml", Bytes.ofUtf8("""
                asyncapi: 3.0.0
                info: {title: Acme, version: '1'}
                x-webhook: {id: acme, type: /type, batch: {items: /data/events, max: 5}}
                components: {messages: {a.b: {}}}
                """));

        assertEquals("{\"data\":{\"events\":[{\"type\":\"a.b\"},{\"type\":\"a.b\"}]}}",
                Samples.batch(provider, provider.events().getFirst(), 2, 1).utf8());
    }

    @Test
    void aTypeInAHeaderIsGivenAsHeader() throws Problem {
        Provider provider = ProviderFile.read("acme.yaml", Bytes.ofUtf8("""
                asyncapi: 3.0.0
                info: {title: Acme, version: '1'}
                x-webhook: {id: acme, type: [header:X-Acme-Event, /type]}
                components: {messages: {push: {payload: {type: object}}}}
                """));
        EventType push = provider.events().getFirst();

        assertEquals(List.of(new Header("Content-Type", "application/json"), new Header("X-Acme-Event", "push")),
                Samples.headers(provider, push));
        assertEquals("{}", Samples.body(provider, push, 1).utf8());
    }

    @Test
    void textsLookLikeWhatTheirNamesSay() throws Problem {
        Provider provider = ProviderFile.read("acme.yaml", Bytes.ofUtf8("""
                asyncapi: 3.0.0
                info: {title: Acme, version: '1'}
                x-webhook: {id: acme, type: header:X-Type}
                components:
                  messages:
                    a:
                      payload:
                        properties:
                          first_name: {type: string}
                          currencyCode: {type: string}
                          phone: {type: string, maxLength: 6}
                          other_thing: {type: string}
                """));
        JsonNode sample = Samples.payload(provider, provider.events().getFirst(), 4);

        assertTrue(sample.path("first_name").asString().matches("[A-Z][a-z]+"), sample.toString());
        assertTrue(sample.path("currencyCode").asString().matches("[A-Z]{3}"), sample.toString());
        assertEquals("+1 202", sample.path("phone").asString());
        assertTrue(sample.path("other_thing").asString().matches("Other thing \\d+"), sample.toString());
    }

    @Test
    void aSampleMadeFromASchemaIsValid() throws Problem {
        Provider provider = ProviderFile.read("acme.yaml", Bytes.ofUtf8("""
                asyncapi: 3.0.0
                info: {title: Acme, version: '1'}
                x-webhook: {id: acme, type: /type}
                components:
                  messages:
                    order.paid:
                      payload:
                        allOf:
                          - {type: object, required: [type, other], properties: {type: {type: string}}}
                          - properties:
                              type: {minLength: 3}
                              code: {type: string, pattern: '^[A-Z]{2}-\\d{3,5}\\.[^a-z]$'}
                              short: {type: string, maxLength: 3}
                              long: {type: string, minLength: 30, maxLength: 31}
                              count: {type: integer, minimum: 200, exclusiveMaximum: 210, multipleOf: 7}
                              rate: {type: number, exclusiveMinimum: 0, maximum: 1}
                              maybe: {type: ['null', integer]}
                              unique: {type: array, minItems: 3, uniqueItems: true, items: {type: integer}}
                              pair: {type: array, items: [{type: string}, {type: boolean}]}
                              choice: {oneOf: [{type: integer, maximum: 5}, {type: string}]}
                              mail: {type: string, format: email}
                              day: {type: string, format: date}
                              moment: {type: string, format: date-time}
                              link: {type: string, format: uri}
                              uuid: {type: string, format: uuid}
                              address: {type: string, format: ipv4}
                              fixed: {const: {a: 1}}
                              one: {enum: [x, 2, null]}
                """));
        EventType type = provider.events().getFirst();

        for (long seed = 0; seed < 200; seed++) {
            assertValid(type, Samples.payload(provider, type, seed));
            assertEquals(Optional.of("order.paid"), foundType(provider, type, Samples.body(provider, type, seed)));
        }
    }

    private void assertValid(EventType type, JsonNode payload) {
        assertEquals(List.of(), errors(type, payload), () -> type.name() + " " + payload);
    }

    private List<Error> errors(EventType type, JsonNode payload) {
        return schemas.getSchema(type.schema())
                .validate(payload,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Optional<String> foundType(Provider provider, EventType type, Bytes body) {
        List<Header> headers = new ArrayList<>(Samples.headers(provider, type));
        return Locator.findFirst(provider.type(), new RequestHead("POST", "/", "HTTP/1.1", headers),
                JSON.readTree(body.array()));
    }

    private Provider builtIn(String id) {
        return Catalogue.load(folder).find(id).orElseThrow();
    }
}
