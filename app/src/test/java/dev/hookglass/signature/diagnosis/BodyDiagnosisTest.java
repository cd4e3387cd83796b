package dev.hookglass.signature.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SignedMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to bodies on their way is made to happen, and named. */
class BodyDiagnosisTest {
    private static final String COMPACT = "{\"url\":\"https://a.example/x\",\"name\":\"Zoë <b>\",\"list\":[1,2.50,{},{\"z\":null}],\"empty\":[]}";
    private static final String SPACED = "{\"url\": \"https://a.example/x\", \"name\": \"Zoë <b>\", \"list\": [1, 2.50, {}, {\"z\": null}], \"empty\": []}";
    private static final String TWO = """
            {
              "url": "https://a.example/x",
              "name": "Zoë <b>",
              "list": [
                1,
                2.50,
                {},
                {
                  "z": null
                }
              ],
              "empty": []
            }""";
    private static final String JACKSON = """
            {
              "url" : "https://a.example/x",
              "name" : "Zoë <b>",
              "list" : [ 1, 2.50, { }, {
                "z" : null
              } ],
              "empty" : [ ]
            }""";
    private static final String SORTED = "{\"empty\":[],\"list\":[1,2.50,{},{\"z\":null}],\"name\":\"Zoë <b>\",\"url\":\"https://a.example/x\"}";

    /** What is signed, what is received, the accident between, and a piece of its words. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Way(String signed, byte[] received, String accident, String words, Charset charset) {
        Way(String signed, String received, String accident, String words) {
            this(signed, received.getBytes(StandardCharsets.UTF_8), accident, words, StandardCharsets.UTF_8);
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(COMPACT, COMPACT + "\n", "a line break at the end of the body", "added"),
            new Way(COMPACT, COMPACT + "\r\n", "a line break at the end of the body", "added"),
            new Way(COMPACT + "\n", COMPACT, "a line break at the end of the body", "removed"),
            new Way(COMPACT + "\r\n", COMPACT, "a line break at the end of the body", "removed"),
            new Way(COMPACT, "\n " + COMPACT, "a line break at the end of the body", "around"),
            new Way(TWO, TWO.replace("\n", "\r\n"), "other line breaks in the body", "from LF to CRLF"),
            new Way(TWO.replace("\n", "\r\n"), TWO, "other line breaks in the body", "from CRLF to LF"),
            new Way(COMPACT, "\uFEFF" + COMPACT, "a byte order mark", "put in front"),
            new Way("\uFEFF" + COMPACT, COMPACT, "a byte order mark", "removed"),
            new Way(COMPACT, gzip(COMPACT), "compression", "before it was compressed", StandardCharsets.UTF_8),
            new Way(COMPACT, COMPACT.getBytes(StandardCharsets.ISO_8859_1), "another charset",
                    "UTF-8 and changed to ISO", StandardCharsets.UTF_8),
            new Way(COMPACT, COMPACT.getBytes(StandardCharsets.UTF_8), "another charset", "as ISO-8859-1 and changed",
                    StandardCharsets.ISO_8859_1),
            new Way(COMPACT, new String(COMPACT.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                    "another charset", "twice"),
            new Way(COMPACT, Base64.getEncoder().encodeToString(COMPACT.getBytes(StandardCharsets.UTF_8)),
                    "a body in base64 or wrapped into a JSON string", "base64"),
            new Way("{\"a\":1}", "\"{\\\"a\\\":1}\"", "a body in base64 or wrapped into a JSON string", "twice"),
            new Way("a=b+c&d=%2Fe", "a=b%20c&d=%2Fe", "other encoding of a form", "took the place of “+”"),
            new Way("a=b%20c&d=%2Fe", "a=b+c&d=%2Fe", "other encoding of a form", "took the place of “%20”"),
            new Way("a=%2Fe", "a=%2fe", "other encoding of a form", "lower case"),
            new Way("a=%2fe", "a=%2Fe", "other encoding of a form", "upper case"),
            new Way(COMPACT, SPACED, "white space in JSON", "without white space"),
            new Way(SPACED, COMPACT, "white space in JSON", "one space after each"),
            new Way(TWO, COMPACT, "white space in JSON", "two spaces"),
            new Way(COMPACT, TWO, "white space in JSON", "without white space"),
            new Way(TWO + "\n", COMPACT, "white space in JSON", "line break at its end"),
            new Way(TWO.replace("  ", "    "), SPACED, "white space in JSON", "four spaces"),
            new Way(TWO.replace("  ", "\t"), SPACED, "white space in JSON", "tabs"),
            new Way(JACKSON, COMPACT, "white space in JSON", "Jackson"),
            new Way(COMPACT, JACKSON, "white space in JSON", "without white space"),
            new Way(COMPACT.replace("/", "\\/"), COMPACT, "escapes in JSON", "“\\/”"),
            new Way(COMPACT, COMPACT.replace("/", "\\/"), "escapes in JSON", "“/”"),
            new Way(COMPACT.replace("ë", "\\u00eb"), COMPACT, "escapes in JSON", "\\u escapes for all"),
            new Way(COMPACT.replace("ë", "\\u00EB"), COMPACT, "escapes in JSON", "upper case"),
            new Way(COMPACT, COMPACT.replace("ë", "\\u00eb"), "escapes in JSON", "plain characters"),
            new Way(COMPACT.replace("<", "\\u003c").replace(">", "\\u003e"), COMPACT, "escapes in JSON", "“<”"),
            new Way(COMPACT.replace("ë", "\\u00EB").replace("<", "\\u003C").replace(">", "\\u003E"), COMPACT,
                    "escapes in JSON", "“+”"),
            new Way(COMPACT.replace("/", "\\/").replace("ë", "\\u00eb"), COMPACT, "escapes in JSON", "and with \\u"),
            new Way(SORTED, COMPACT, "the order of names in JSON", "alphabetical"),
            new Way(SPACED.replace("ë", "\\u00eb"), COMPACT, "white space and escapes in JSON together", "\\u escapes"),
            new Way(COMPACT.replace("/", "\\/").replace("ë", "\\u00eb"), SPACED,
                    "white space and escapes in JSON together", "“\\/”"),
            new Way(COMPACT, TWO.replace("ë", "\\u00eb"), "white space and escapes in JSON together", "plain"));

    private static byte[] gzip(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] out = new byte[1_000];
        byte[] header = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
        System.arraycopy(header, 0, out, 0, header.length);
        int length = deflater.deflate(out, header.length, 900);
        deflater.end();
        // Its checksum, which is not looked at.
        return Arrays.copyOf(out, header.length + length + 8);
    }

    static Stream<Arguments> ways() {
        return Stream
                .of("optimizely-experimentation", "github", "stripe", "slack", "standard-webhooks", "shopify", "square",
                        "discord")
                .flatMap(provider -> WAYS.stream().map(way -> Arguments.of(provider, way)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aBodyThatWasChangedOnItsWay_isExplained(String provider, Way way) throws InterruptedException {
        Scheme scheme = Requests.scheme(provider);
        SignedMessage sent = Requests.signed(scheme, Requests.secret(provider),
                Requests.message(way.signed().getBytes(way.charset())));
        SignedMessage received = Requests.withBody(sent, way.received());

        Diagnosis diagnosis = Diagnoser
                .diagnose(Requests.seen(scheme, List.of(Requests.secret(provider)), received));

        Finding finding = diagnosis.finding().orElseThrow(() -> new AssertionError(diagnosis.words()));
        assertEquals(way.accident(), finding.accident());
        assertTrue(finding.cause().contains(way.words()), finding.cause());
        assertTrue(finding.cause().endsWith(".") && finding.remedy().endsWith("."), diagnosis.words());
        Difference difference = finding.difference().orElseThrow();
        assertEquals(Explanation.of(scheme, List.of(Requests.secret(provider)), sent).signed().orElseThrow(),
                difference.matching());
        assertEquals(Arrays.mismatch(difference.received().array(), difference.matching().array()),
                difference.offset());
        assertFalse(diagnosis.words().contains(Requests.secret(provider).text()));
    }

    @Test
    void moreBodyThanWasAnnounced_isExplained() throws InterruptedException {
        Scheme scheme = Requests.scheme("github");
        SignedMessage sent = Requests.signed(scheme, Requests.SECRET, Requests.message("{\"a\":1}"));
        SignedMessage received = Requests.adding(
                Requests.withBody(sent, "{\"a\":1}<!-- proxy -->".getBytes(StandardCharsets.UTF_8)), "Content-Length",
                "7");

        Diagnosis diagnosis = Diagnoser.diagnose(Requests.seen(scheme, List.of(Requests.SECRET), received));

        assertEquals("more body than Content-Length says", diagnosis.finding().orElseThrow().accident());
    }

    @Test
    void lessBodyThanWasAnnounced_isAClue() throws InterruptedException {
        Scheme scheme = Requests.scheme("github");
        SignedMessage sent = Requests.signed(scheme, Requests.SECRET, Requests.message("{\"a\":1}"));
        SignedMessage received = Requests.adding(
                Requests.withBody(sent, "{\"a\"".getBytes(StandardCharsets.UTF_8)), "Content-Length", "7");

        Diagnosis diagnosis = Diagnoser.diagnose(Requests.seen(scheme, List.of(Requests.SECRET), received));

        assertTrue(diagnosis.finding().isEmpty(), diagnosis.words());
        assertTrue(diagnosis.clues().getFirst().contains("cut off"), diagnosis.clues().toString());
    }

    @Test
    void difference_isToldWithWhatStandsAround() {
        Difference difference = Difference
                .between(Bytes.ofUtf8("{\"a\": 1}\n"), Bytes.ofUtf8("{\"a\": 1}"))
                .orElseThrow();

        assertEquals("From byte 8 on, “{\"a\": 1}\\n” was received, and “{\"a\": 1}” matches.", difference.words());
    }
}
