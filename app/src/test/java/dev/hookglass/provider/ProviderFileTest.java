package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Hmac;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class ProviderFileTest {
    private static final String HEAD = """
            asyncapi: 3.0.0
            info: {title: Acme, version: '1'}
            """;

    @Test
    void theWebhookBlockIsReadWhole() throws Problem {
        Provider provider = read(HEAD + """
                x-webhook:
                  id: acme
                  signature: {scheme: hmac, header: X-Acme, hash: sha256, prefix: v1=}
                  type: [header:X-Acme-Event, /meta/type]
                  key: header:X-Acme-Id
                  acknowledge: {status: [204, 200], within: PT5S}
                  retry: {backoff: fixed, every: PT1M, for: P1D}
                  batch: {items: /events, max: 10}
                  secret: {max-length: 64, hint: Ask Acme}
                  json: spaced
                """);

        assertEquals(new Provider("acme", "Acme", "", new Hmac("X-Acme", Hash.SHA256, "v1="),
                List.of(new Locator.InHeader("X-Acme-Event"), new Locator.InBody(JsonPointer.compile("/meta/type"))),
                List.of(new Locator.InHeader("X-Acme-Id")),
                new Acknowledgement(List.of(204, 200), Optional.of(Duration.ofSeconds(5))),
                Optional.of(new Retry(Retry.Backoff.FIXED, Optional.of(Duration.ofMinutes(1)),
                        Optional.of(Duration.ofDays(1)))),
                Optional.of(new Batch(JsonPointer.compile("/events"), 10)),
                new SecretRules(OptionalInt.of(64), "Ask Acme"), JsonStyle.SPACED, List.of(), List.of(), List.of()),
                provider);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signature: {scheme: none}                                    | 3 | has no id
            {id: Acme Inc}                                               | 3 | cannot be an id
            {id: a, signature: {scheme: magic}}                          | 3 | “magic” is no known scheme
            {id: a, signature: {header: X}}                              | 3 | names no scheme
            {id: a, signature: []}                                       | 3 | “signature” is empty
            {id: a, signature: {scheme: hmac, header: X, hash: md5}}     | 3 | “md5” is no known hash
            {id: a, signature: {scheme: hmac, header: X}}                | 3 | names no hash
            {id: a, signature: [[hmac]]}                                 | 3 | names no scheme
            {id: a, signature: {scheme: hmac, header: X, hash: sha1, content: "{bdy}"}} | 3 | {bdy} cannot be signed
            {id: a, signature: {scheme: hmac, header: X, hash: sha1, content: "{timestamp}"}} | 3 | “timestamp” must say
            {id: a, signature: {scheme: hmac, header: X, hash: sha1, content: "{id}"}} | 3 | “id” must say where
            {id: a, signature: {scheme: hmac, header: X, hash: sha1, encoding: hax}} | 3 | known are hex, base64, base64url
            {id: a, signature: {scheme: hmac, header: X, hash: sha1, key: words}} | 3 | known are text, hex, base64
            {id: a, signature: {scheme: hmac, header: X, hash: sha1, timestamp: {}}} | 3 | “timestamp” needs a place
            {id: a, signature: {scheme: hmac, header: X, hash: sha1, id: X}} | 3 | “X” is no place
            {id: a, signature: {scheme: ed25519}}                        | 3 | needs the name of the header
            {id: a, signature: {scheme: none, when: "a b"}}              | 3 | “when” names a header
            {id: a, signature: {scheme: body-fields, signature: s, content: "{/a}", hash: sha1}} | 3 | must be a JSON pointer
            {id: a, signature: {scheme: body-fields, signature: /s, content: "{body}", hash: sha1}} | 3 | lists the signed fields
            {id: a, signature: {scheme: header-equals}}                  | 3 | needs the name of the header
            {id: a, signature: {scheme: header-equals, header: "a b"}}   | 3 | needs the name of the header
            {id: a, signature: {scheme: none, heeder: X}}                | 3 | “heeder” is unknown here
            {id: a, acknowledge: {within: 30 s}}                         | 3 | “30 s” is no duration
            {id: a, acknowledge: {within: PT0S}}                         | 3 | “PT0S” is no duration
            {id: a, acknowledge: {status: ok}}                           | 3 | whole number from 200 to 599
            {id: a, acknowledge: 200}                                    | 3 | must have properties
            {id: a, retry: {backoff: wild}}                              | 3 | fixed or exponential
            {id: a, batch: {items: x, max: 1}}                           | 3 | “x” is no JSON pointer
            {id: a, batch: {items: ""}}                                  | 3 | “max” must be a whole number
            {id: a, type: event}                                         | 3 | “event” is no place
            {id: a, json: pretty}                                        | 3 | compact or spaced
            {id: a, acknowlege: {status: 200}}                           | 3 | “acknowlege” is unknown here
            {id: a, id: b}                                               | 3 | Duplicate
            """)
    void whatIsWrongIsToldWithFileAndLine(String block, int line, String reason) {
        String text = HEAD + "x-webhook: " + (block.startsWith("{") ? block : "{" + block + "}") + "\n";

        String sentence = assertThrows(Problem.class, () -> read(text)).sentence();

        assertTrue(sentence.startsWith("acme.yaml, line " + line + ", column "), sentence);
        assertTrue(sentence.contains(reason), sentence);
    }

    @Test
    void theLineIsThatOfThePartItself() {
        String sentence = problem(HEAD + """
                x-webhook:
                  id: acme
                  signature:
                    - {scheme: header-key}
                    - {scheme: hmac, header: X,
                       hash: md5}
                """);

        assertTrue(sentence.startsWith("acme.yaml, line 8, column "), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openapi: 3.1.0                          | is not an AsyncAPI document
            just a text                             | is not an AsyncAPI document
            asyncapi: 1.2.0                         | AsyncAPI 1.2.0 is not read
            asyncapi: [                             | acme.yaml, line
            asyncapi: 3.0.0                         | has no title
            """)
    void whatIsNoAsyncApiDocumentIsRefused(String text, String reason) {
        String sentence = problem(text + "\n");

        assertTrue(sentence.contains(reason), sentence);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertTrue(problem("").contains("is not an AsyncAPI document"));
        assertTrue(problem("# nothing\n").contains("is not an AsyncAPI document"));
    }

    @Test
    void aDanglingReferenceIsTold() {
        String sentence = problem(HEAD + """
                components:
                  messages:
                    a: {payload: {properties: {b: {$ref: '#/components/schemas/B'}}}}
                """);

        assertTrue(sentence.startsWith("acme.yaml, line 5, column 32: “#/components/schemas/B” refers to nothing"),
                sentence);
    }

    @Test
    void messagesThatReferToEachOtherAreRefused() {
        assertTrue(problem(HEAD + """
                components:
                  messages:
                    a: {$ref: '#/components/messages/b'}
                    b: {$ref: '#/components/messages/a'}
                """).contains("cannot be followed"));
    }

    @Test
    void schemasThatReferToThemselvesOrToOtherFilesAcceptAnything() throws Problem {
        Provider provider = read(HEAD + """
                components:
                  messages:
                    a: {payload: {$ref: '#/components/schemas/A'}}
                    b: {payload: {properties: {c: {$ref: 'https://example.com/c.json'}}}}
                  schemas:
                    A: {properties: {b: {$ref: '#/components/schemas/B'}}}
                    B: {type: array, items: {$ref: '#/components/schemas/A'}}
                """);

        assertEquals("{\"properties\":{\"b\":{\"type\":\"array\",\"items\":"
                + "{\"$comment\":\"Refers to itself here: #/components/schemas/A\"}}}}",
                provider.events().getFirst().schema().toString());
        assertTrue(provider.events().getLast().schema().at("/properties/c").has("$comment"));
    }

    @Test
    void schemasThatDoubleWithEveryReferenceAreRefusedSoon() {
        StringBuilder text = new StringBuilder(
                HEAD + "components:\n  messages: {m: {payload: {$ref: '#/x/s0'}}}\nx:\n");
        for (int i = 0; i < 40; i++) {
            text.append(
                    "  s%d: {properties: {a: {$ref: '#/x/s%d'}, b: {$ref: '#/x/s%d'}}}\n".formatted(i, i + 1, i + 1));
        }
        text.append("  s40: {type: string}\n");

        String sentence = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> problem(text.toString()));

        assertTrue(sentence.contains("too large or too deep"), sentence);
    }

    @Test
    void deepNestingIsRefused() {
        String lists = "[".repeat(100_000);

        assertTrue(problem("asyncapi: " + lists).contains("depth"));
        String sentence = assertThrows(Problem.class,
                () -> ProviderFile.read("acme.json", Bytes.ofUtf8("{\"asyncapi\": " + lists))).sentence();
        assertTrue(sentence.contains("depth"), sentence);
    }

    @Test
    void aFileOfMoreThan4MebibytesIsRefused() {
        assertTrue(problem(HEAD + "#".repeat(4 << 20)).contains("larger than 4 MiB"));
    }

    private static Provider read(String text) throws Problem {
        return ProviderFile.read("acme.yaml", Bytes.ofUtf8(text));
    }

    private static String problem(String text) {
        return assertThrows(Problem.class, () -> read(text)).sentence();
    }
}
