package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What never becomes an event is told, with its reason, and once. */
class RejectionsIT extends WithReceiver {
    @Override
    void whenStopped() {
        assertTrue(sink.isEmpty(), "Something was told twice, or became an event");
    }

    private static String bytes(String text) {
        return text.translateEscapes();
    }

    private Rejection refused(String wire) throws Exception {
        client.send(wire);
        assertEquals(400, client.answer().status());
        assertTrue(client.isEnded());
        return sink.rejection();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "GET /%zz HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n # two hex digits",
            "GET /\\0 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n # NUL",
            "GET / HTTP/1.1\\nHost: x\\n\\n # CR LF",
            "GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\rc\\r\\n\\r\\n # CR LF",
            "GET / HTTP/1.1\\r\\n\\r\\n # no Host",
            "GET / HTTP/1.1\\r\\nHost: x\\r\\nHost: y\\r\\n\\r\\n # 2 Host",
            "GET / HTTP/1.1\\r\\nHost: x:y\\r\\n\\r\\n # Host header is not",
            "GET http://y/ HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n # another host",
            "GET / HTTP/3.7\\r\\nHost: x\\r\\n\\r\\n # protocol",
            "GET\\r\\n\\r\\n # first line",
            "hello, world\\r\\n\\r\\n # first line",
            "\\26\\3\\1\\2\\0\\1\\0\\1\\374\\3\\3 # TLS",
            "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n # HTTP/2",
            "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length : 1\\r\\n\\r\\na # name and a colon",
            "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n # both",
            "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\nContent-Length: 1\\r\\n\\r\\na # 2 Content-Length",
            "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: +2\\r\\n\\r\\nab # not a number",
            "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: -1\\r\\n\\r\\nab # not a number",
            "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\nab # not a number"})
    void aHeadThatBreaksTheRules_isMalformedAndSaysWhy(String wire, String words) throws Exception {
        Rejection rejection = refused(bytes(wire));

        assertEquals(Reason.MALFORMED, rejection.reason());
        assertTrue(rejection.detail().contains(words), rejection.detail());
        assertTrue(bytes(wire).startsWith(rejection.firstBytes().latin1()), rejection.firstText());
        assertTrue(rejection.firstBytes().size() > 4);
        assertTrue(rejection.remote().startsWith("127.0.0.1:"), rejection.remote());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "Transfer-Encoding: identity\r\n\r\nhello", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", "Transfer-Encoding:\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nx\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n-1\r\na\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n1;a\nb\r\na\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n1000000000000000000000\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n0\r\nno colon\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n0\r\na: b\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\n",
            "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG", "Content-Length: 5, 5\r\n\r\nhello",
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "Content-Length: 0x5\r\n\r\nhello",
            "Content-Length: 5 5\r\n\r\nhello", "Content-Length:\r\n\r\nhello", "Content-Length: 5\u0000\r\n\r\nhello",
            "Content-Length: 5\n\r\nhello", "Content\u0000-Length: 5\r\n\r\nhello", "\rContent-Length: 5\r\n\r\nhello",
            "A: b\r\r\r\nhello"})
    void aRequestThatTwoReadersCouldReadAsTwo_isRefusedAndIsNone(String rest) throws Exception {
        Rejection rejection = refused("POST /first HTTP/1.1\r\nHost: x\r\n" + rest + GOOD);

        assertEquals(Reason.MALFORMED, rejection.reason());
        assertTrue(rejection.firstText().startsWith("POST /first HTTP/1.1\\r\\nHost"), rejection.firstText());
    }

    @Test
    void aHeaderBeforeTheFirst_isRefused() throws Exception {
        assertEquals(Reason.MALFORMED,
                refused("POST / HTTP/1.1\r\n Host: y\r\nHost: x\r\nContent-Length: 0\r\n\r\n").reason());
    }

    @Test
    void tooManyHeaders_areRefused() throws Exception {
        Rejection rejection = refused("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(201) + "\r\n");

        assertEquals("there are more than 200 headers", rejection.detail());
        assertEquals(Rejection.MOST_FIRST_BYTES, rejection.firstBytes().size());
    }

    @Test
    void aHeadOverTheLimit_isTooLarge() throws Exception {
        client.send("GET / HTTP/1.1\r\nHost: x\r\nA: " + "b".repeat(HeadFault.MOST_HEAD));

        assertEquals(Reason.HEAD_TOO_LARGE, sink.rejection().reason());
    }

    @Test
    void chunksThatBreakTheRulesLater_areRefused() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
        assertEquals("100", client.head().target());

        assertEquals(Reason.MALFORMED, refused("3\r\nabc\r\nzz\r\n").reason());
    }

    @Test
    void aMalformedRequestAfterAGoodOne_isTold() throws Exception {
        client.send(GOOD + "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        sink.request();
        assertEquals(200, client.answer().status());

        assertEquals(400, client.answer().status());
        Rejection rejection = sink.rejection();
        assertEquals(Reason.MALFORMED, rejection.reason());
        assertTrue(rejection.firstText().startsWith("GET /%zz"), rejection.firstText());
    }

    @Test
    void aSenderThatEndsWithinTheHead_isIncomplete() throws Exception {
        client.send("GET / HTT").halfClose();

        Rejection rejection = sink.rejection();
        assertEquals(Reason.INCOMPLETE, rejection.reason());
        assertEquals("GET / HTT", rejection.firstText());
    }

    @Test
    void aSenderThatEndsWithinTheSecondHead_isIncomplete() throws Exception {
        client.send(GOOD);
        sink.request();
        client.answer();
        client.send("GE").halfClose();

        assertEquals("GE", sink.rejection().firstText());
    }

    @Test
    void connectionsWithoutARequest_areNoRejections() throws Exception {
        client.send(GOOD);
        sink.request();
        client.answer();
        client.halfClose();
        assertTrue(client.isEnded());
        try (RawClient silent = new RawClient(receiver.port()); RawClient rude = new RawClient(receiver.port())) {
            silent.halfClose();
            assertTrue(silent.isEnded());
            rude.reset();
        }
    }
}
