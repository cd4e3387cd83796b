package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.Unsigned;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** AsyncAPI documents of several versions and shapes become providers whose samples are valid. */
class ImportedShapesTest {
    private static final String HEAD = "asyncapi: 2.6.0\ninfo: {title: Acme, version: '1'}\n";

    @TempDir
    Path folder;

    private static ImportedDocument document(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(ImportedShapesTest.class.getResourceAsStream(name))) {
            return ImportedDocument.read(name, Bytes.wrap(in.readAllBytes()));
        }
    }

    private static ImportedDocument yaml(String text) throws Problem {
        return ImportedDocument.read("acme.yaml", Bytes.ofUtf8(HEAD + text));
    }

    private static List<String> names(Provider provider) {
        return provider.events().stream().map(EventType::name).toList();
    }

    @Test
    void version20InJson_withOneOfMessages() throws Exception {
        ImportedDocument orders = document("orders-2.0.json");
        Provider provider = orders.provider();

        assertEquals("orders-of-the-corner-shop", provider.id());
        assertEquals(List.of("order.placed", "order.paid", "order.refunded", "order.cancelled"), names(provider));
        assertEquals(new HttpBasic(), provider.scheme());
        assertEquals(List.of(1, 3), List.of(orders.channels(), orders.messages()));
        assertTrue(orders.isJson());
    }

    @Test
    void version26InYaml_withTraitsAndAKeyThatIsASignature() throws Exception {
        ImportedDocument parcels = document("parcels-2.6.yaml");
        Provider provider = parcels.provider();
        EventType moved = provider.event("parcel.moved").orElseThrow();

        assertEquals(List.of("parcel.moved", "parcel.delivered"), names(provider));
        assertEquals(new Hmac("X-Parcel-Signature", Hash.SHA256, "sha256="), provider.scheme());
        assertTrue(parcels.notes().getFirst().contains("HMAC of the body with sha256"), parcels.notes().toString());
        assertEquals("A parcel is somewhere else", moved.summary());
        assertEquals("Told to whoever asked for it", provider.events().getLast().summary());
        assertEquals(List.of(new Locator.InHeader("X-Parcel-Event")), provider.type());
        assertTrue(Samples.headers(provider, moved).contains(new Header("X-Parcel-Event", "parcel.moved")));
        assertEquals(List.of(2, 2), List.of(parcels.channels(), parcels.messages()));
    }

    @Test
    void version30_withOperationsReferencesAndOtherSchemaFormats() throws Exception {
        ImportedDocument weather = document("weather-3.0.yaml");
        Provider provider = weather.provider();

        assertEquals(List.of("temperature.measured", "temperature.corrected", "storm.warning", "cleaned"),
                names(provider));
        assertEquals("Temperature measured", provider.events().getFirst().title());
        assertEquals(new HeaderEquals("X-Station-Key"), provider.scheme());
        assertEquals(2, provider.event("cleaned").orElseThrow().examples().size());
        assertEquals(1, provider.event("temperature.measured").orElseThrow().examples().size());
        assertEquals(List.of(2, 3), List.of(weather.channels(), weather.messages()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders-2.0.json", "parcels-2.6.yaml", "weather-3.0.yaml", "newsroom.yaml"})
    void samplesAreValid_andTheDocumentIsKept(String name) throws Exception {
        ImportedDocument document = document(name);
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        for (EventType type : document.provider().events()) {
            for (long seed = 0; seed < 20; seed++) {
                JsonNode sample = Samples.payload(document.provider(), type, seed);
                assertEquals(List.of(), schemas.getSchema(type.schema()).validate(sample), type.name() + " " + sample);
            }
        }
        Catalogue catalogue = Catalogue.load(folder);
        Provider provider = catalogue.add(document, false);

        assertEquals(provider, catalogue.find(provider.id()).orElseThrow());
        assertEquals(provider, Catalogue.load(folder).find(provider.id()).orElseThrow());
        String written = catalogue.text(provider.id()).orElseThrow().utf8();
        try (InputStream in = Objects.requireNonNull(ImportedShapesTest.class.getResourceAsStream(name))) {
            String original = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(written.startsWith(original.replaceFirst("\\s*}\\s*$", "")), written);
        }
    }

    @Test
    void whatIsThereAlreadyIsReplacedOnlyIfAskedTo() throws Exception {
        Catalogue catalogue = Catalogue.load(folder);
        catalogue.add(document("orders-2.0.json"), false);

        assertThrows(ProviderExists.class, () -> catalogue.add(document("orders-2.0.json"), false));
        ImportedDocument inYaml = ImportedDocument.read("orders.yaml", Bytes.ofUtf8("""
                asyncapi: 3.0.0
                info: {title: Orders of the corner shop, version: '2'}
                channels: {c: {messages: {order.lost: {payload: {type: object}}}}}
                """));
        catalogue.add(inYaml, true);

        assertEquals(List.of("order.lost"), names(catalogue.find("orders-of-the-corner-shop").orElseThrow()));
        assertEquals(List.of(), catalogue.problems());
        try (var files = Files.list(folder)) {
            assertEquals(List.of("orders-of-the-corner-shop.yaml"),
                    files.map(file -> String.valueOf(file.getFileName())).toList());
        }
        ImportedDocument builtIn = ImportedDocument.read("x", catalogue.text("github").orElseThrow());
        assertTrue(assertThrows(ProviderExists.class, () -> catalogue.add(builtIn, false)).sentence()
                .contains("built in"));
    }

    @Test
    void everyBuiltInFileIsADocumentThatImportsAsItself() throws Exception {
        Catalogue catalogue = Catalogue.load(folder);
        for (Provider provider : catalogue.all()) {
            Bytes text = catalogue.text(provider.id()).orElseThrow();
            ImportedDocument again = ImportedDocument.read(provider.id() + ".yaml", text);
            assertEquals(provider, again.provider());
            assertEquals(text, again.content());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: httpApiKey, in: query, name: token}                      | not sent in a header
            {type: httpApiKey, in: header, name: X-Acme-Signature}          | does not say how it is made
            {type: httpApiKey, name: X-A, description: 'HMAC SHA-256, t=…,v1=…'} | does not say how it is made
            {type: X509}                                                    | cannot be seen in a request
            {type: apiKey, in: password}                                    | cannot be seen in a request
            """)
    void whatCannotBeCheckedIsUnsigned_andToldWhy(String scheme, String note) throws Exception {
        ImportedDocument document = yaml("components: {securitySchemes: {a: " + scheme + "}}\n");

        assertEquals(new Unsigned(), document.provider().scheme());
        assertTrue(document.notes().getFirst().contains(note), document.notes().toString());
    }

    @Test
    void aTextWithoutAPlaceForTheBlock_isWrittenAnew() throws Exception {
        ImportedDocument ended = yaml("channels: {}\n...\n");
        ImportedDocument flow = ImportedDocument.read("flow.yaml",
                Bytes.ofUtf8("{asyncapi: 2.6.0, info: {title: Acme}, }\n# the end }\n"));

        assertTrue(ended.isJson());
        assertEquals("acme", Catalogue.load(folder).add(ended, false).id());
        assertEquals("acme", flow.provider().id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channels: {a: {publish: {message: {$ref: './m.yaml#/a'}}}}    | 3, column 36 | “./m.yaml#/a”
            components: {messages: {a: {payload: {$ref: 'https://x/s'}}}} | 3, column 39 | is outside this file
            components: {messages: {a: {payload: {$ref: '#/nowhere'}}}}   | 3, column 29 | refers to nothing
            channels: {a: [}                                              | 3, column    | expected
            """)
    void whatIsWrongIsToldWithLineAndColumn(String text, String place, String reason) {
        String sentence = assertThrows(Problem.class, () -> yaml(text + "\n")).sentence();

        assertTrue(sentence.startsWith("acme.yaml, line " + place), sentence);
        assertTrue(sentence.contains(reason), sentence);
    }

    @Test
    void anythingElseIsRefused() {
        assertFalse(assertThrows(Problem.class, () -> ImportedDocument.read("a.txt", Bytes.ofUtf8("Hello\n")))
                .sentence().isEmpty());
    }
}
