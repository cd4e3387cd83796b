package dev.hookglass.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
    private static RequestHead parse(String latin1) {
        return RequestHead.parse(Bytes.ofLatin1(latin1));
    }

    @Test
    void parse_keepsOrderCaseAndDuplicates() {
        RequestHead head = parse("POST /a%2Fb;x?q=1?2 HTTP/1.1\r\nB: 1\r\na:2\r\nb:  3 \r\nEmpty:\r\n\r\n");

        assertEquals("POST", head.method());
        assertEquals("/a%2Fb;x?q=1?2", head.target());
        assertEquals("HTTP/1.1", head.protocol());
        assertEquals(List.of(new Header("B", "1"), new Header("a", "2"), new Header("b", "3"), new Header("Empty", "")),
                head.headers());
        assertEquals(Optional.of("1"), head.first("b"));
        assertEquals(List.of("1", "3"), head.all("b"));
        assertEquals("/a%2Fb;x", head.path());
        assertEquals(Optional.of("q=1?2"), head.query());
    }

    @Test
    void parse_bytesBeyondAscii_loseNothing() {
        String wire = "PÖST /käse HTTP/1.1\r\nX-Ü: \u0080\u00ff\r\n\r\n";

        assertEquals(wire, parse(wire).toBytes().latin1());
    }

    @Test
    void parse_aFoldedLine_belongsToTheOneBefore() {
        assertEquals(List.of(new Header("A", "1 2 3"), new Header("B", "4")),
                parse("GET / HTTP/1.1\r\nA: 1\r\n 2\r\n\t3\r\nB: 4\r\n\r\n").headers());
    }

    @Test
    void parse_oddHeads_areReadAsFarAsTheyGo() {
        assertEquals(new RequestHead("", "", "", List.of()), parse(""));
        assertEquals(new RequestHead("GET", "", "", List.of()), parse("GET"));
        assertEquals(new RequestHead("GET", "/", "", List.of()), parse("GET /\r\n\r\n"));
        assertEquals(new RequestHead("GET", "", "", List.of()), parse("GET "));
        assertEquals(new RequestHead("", "GET", "/ x ", List.of()), parse(" GET  / x "));
        assertEquals(new RequestHead("GET", "/", "a\r", List.of()), parse("GET / a\r"));
        assertEquals(new RequestHead("GET", "/", "a\r", List.of(new Header("\rb", ""))),
                parse("GET / a\r\r\n\rb\n\r\n"));
        assertEquals(List.of(new Header("no colon", "")), parse("GET / HTTP/1.1\nno colon\n\n").headers());
        assertEquals(List.of(new Header(" folded", "")), parse("GET / HTTP/1.1\r\n folded\r\n").headers());
        assertEquals(List.of(new Header("", "x")), parse("GET / HTTP/1.1\r\n: x\r\n").headers());
        assertEquals(Optional.empty(), parse("GET /").query());
        assertEquals(Optional.of(""), parse("GET /?").query());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "X-y /?a=%00&b#c HTTP/1.0\r\nA: b:c\r\na: \r\n\r\n"})
    void toBytes_whatWasParsed_isTheSame(String wire) {
        assertEquals(wire, parse(wire).toBytes().latin1());
    }

    @Test
    void readableTarget_isUtf8WhereTheBytesAre_andTheTargetStaysAsSent() {
        RequestHead utf8 = RequestHead.parse(Bytes.ofUtf8("GET /café/日本?q=é HTTP/1.1\r\n\r\n"));
        assertEquals("/café/日本?q=é", utf8.readableTarget());
        assertEquals(Bytes.ofUtf8("/café/日本?q=é").latin1(), utf8.target());
        assertEquals("/caf\u00e9", parse("GET /caf\u00e9 HTTP/1.1\r\n\r\n").readableTarget());
        assertEquals("/a%C3%A9", parse("GET /a%C3%A9 HTTP/1.1\r\n\r\n").readableTarget());
    }
}
