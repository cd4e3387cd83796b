package dev.hookglass.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportFormatTest {
    private static final String HEAD = "POST /h?x=1 HTTP/1.1\r\nHost: here:80\r\nx-odd:no space\r\nX-L: \u00e9\r\n\r\n";
    private static final Bytes BINARY = Bytes.wrap(new byte[]{0, (byte) 0xff, 13, 10, (byte) 0xc3});

    @TempDir
    private Path folder;

    private List<ImportedEvent> read(Bytes content) throws IOException, Problem {
        Path file = folder.resolve("events");
        Files.write(file, content.array());
        List<ImportedEvent> events = new ArrayList<>();
        EventFile.read(file, events::add);
        return events;
    }

    @Test
    void jsonLines_areReadAgainByteForByte() throws Exception {
        Bytes text = Bytes.ofUtf8("{\"é\":1}\n");
        List<ImportedEvent> read = read(
                Exports.written(ExportFormat.JSONL, Exports.event(HEAD, text), Exports.event(HEAD, BINARY)));

        assertEquals(2, read.size());
        assertEquals(Bytes.ofLatin1(HEAD), read.getFirst().head());
        assertEquals(text, read.getFirst().body());
        assertEquals(BINARY, read.get(1).body());
        assertEquals(Instant.parse("2026-11-20T12:00:00.123456Z"), read.getFirst().receivedAt());
        assertEquals("127.0.0.1:5", read.getFirst().remote());
        assertEquals(202, read.getFirst().status());
    }

    @Test
    void har_isReadAgainWithTheSameHeadersAndBody() throws Exception {
        List<ImportedEvent> read = read(
                Exports.written(ExportFormat.HAR, Exports.event(HEAD, Bytes.ofUtf8("a=1")),
                        Exports.event(HEAD, BINARY)));

        assertEquals(2, read.size());
        assertEquals(RequestHead.parse(Bytes.ofLatin1(HEAD)), RequestHead.parse(read.getFirst().head()));
        assertEquals(Bytes.ofUtf8("a=1"), read.getFirst().body());
        assertEquals(BINARY, read.get(1).body());
        assertEquals(202, read.get(1).status());
    }

    @Test
    void pathBeyondAscii_isReadableInTheFile_andComesBackByteForByte() throws Exception {
        Bytes head = Bytes.ofUtf8("POST /café/日本?q=é HTTP/1.0\r\nHost: here\r\n\r\n");
        for (ExportFormat format : List.of(ExportFormat.JSONL, ExportFormat.HAR)) {
            Bytes file = Exports.written(format, Exports.event(head.latin1(), BINARY));
            assertTrue(file.utf8().contains("/café/日本?q=é\""), file.utf8());
            assertEquals(RequestHead.parse(head).target(),
                    RequestHead.parse(read(file).getFirst().head()).target(), format.word());
        }
        assertEquals(head, read(Exports.written(ExportFormat.JSONL, Exports.event(head.latin1(), BINARY))).getFirst()
                .head());
        assertTrue(Exports.written(ExportFormat.CSV, Exports.event(head.latin1(), BINARY)).utf8()
                .contains(",/café/日本?q=é,"));
    }

    @Test
    void har_hasWhatTheFormatRequires() throws Exception {
        JsonNode log = JsonMapper.shared()
                .readTree(Exports.written(ExportFormat.HAR, Exports.event(HEAD, BINARY)).array()).get("log");
        assertEquals("1.2", log.get("version").stringValue());
        JsonNode request = log.get("entries").get(0).get("request");
        assertEquals("http://here:80/h?x=1", request.get("url").stringValue());
        assertEquals("x", request.get("queryString").get(0).get("name").stringValue());
        assertEquals("base64", request.get("postData").get("encoding").stringValue());
        assertEquals(202, log.get("entries").get(0).get("response").get("status").intValue());
    }

    @Test
    void harOfABrowser_isRead() throws Exception {
        List<ImportedEvent> read = read(Bytes.ofUtf8("""
                {"log": {"version": "1.2", "creator": {"name": "any"}, "pages": [{"id": "entries"}], "entries": [
                  {"startedDateTime": "2026-11-20T13:00:00.5+01:00", "time": 3,
                   "request": {"method": "POST", "url": "https://example.com/a%2Fb|c?d=[1]#e", "httpVersion": "h2",
                     "headers": [{"name": ":authority", "value": "example.com"}, {"name": "x-a", "value": "1"}],
                     "postData": {"mimeType": "application/x-www-form-urlencoded",
                       "params": [{"name": "a b", "value": "c&d"}]}},
                   "response": {"status": 0}}]}}"""));

        assertEquals("POST /a%2Fb|c?d=[1] HTTP/1.1\r\nHost: example.com\r\nx-a: 1\r\n\r\n",
                read.getFirst().head().latin1());
        assertEquals("a+b=c%26d", read.getFirst().body().utf8());
        assertEquals(Instant.parse("2026-11-20T12:00:00.5Z"), read.getFirst().receivedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "{\"log\":{}}", "{\"log\":{\"entries\":{}}}", "[1,2]", "\0\1\2"})
    void fileOfAnotherKind_isRefusedInWords(String content) {
        Problem problem = assertThrows(Problem.class, () -> read(Bytes.ofUtf8(content)));
        assertTrue(problem.sentence().contains("no e"), problem.sentence());
    }

    @Test
    void damagedLine_isNamed_andThoseBeforeAreTaken() throws Exception {
        String good = Exports.written(ExportFormat.JSONL, Exports.event(HEAD, BINARY)).utf8();
        Path file = folder.resolve("damaged");
        Files.writeString(file, good + good.substring(0, 80) + "\n");
        List<ImportedEvent> events = new ArrayList<>();

        Problem problem = assertThrows(Problem.class, () -> EventFile.read(file, events::add));

        assertEquals(1, events.size());
        assertTrue(problem.sentence().startsWith("Line 2 "), problem.sentence());
    }

    @Test
    void damagedHar_isTold_andThoseBeforeAreTaken() throws Exception {
        String good = Exports.written(ExportFormat.HAR, Exports.event(HEAD, BINARY), Exports.event(HEAD, BINARY))
                .utf8();
        Path file = folder.resolve("damaged");
        Files.writeString(file, good.substring(0, good.length() - 60));
        List<ImportedEvent> events = new ArrayList<>();

        Problem problem = assertThrows(Problem.class, () -> EventFile.read(file, events::add));

        assertEquals(1, events.size());
        assertTrue(problem.sentence().contains("damaged"), problem.sentence());
    }

    @Test
    void http_isTheBytesThatCame() throws Exception {
        assertEquals(HEAD + BINARY.latin1(),
                Exports.written(ExportFormat.HTTP, Exports.event(HEAD, BINARY)).latin1());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"=1+1|'=1+1", "+1|'+1", "-1|'-1", "@x|'@x", "a=b|a=b",
            "a,b|\"a,b\"",
            "say \"x\"|\"say \"\"x\"\"\"", "=a,b|\"'=a,b\""})
    void csvCell_isNeverAFormula(String text, String cell) {
        assertEquals(cell, CsvTable.cell(text));
    }

    @ParameterizedTest
    @EnumSource
    void format_isFoundByItsWord(ExportFormat format) {
        assertEquals(format, ExportFormat.of(format.word()).orElseThrow());
    }
}
