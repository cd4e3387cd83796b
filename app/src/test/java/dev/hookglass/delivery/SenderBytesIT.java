package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.delivery.Outcome.Failed;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at the target, to the byte. */
class SenderBytesIT {
    private RecordingServer server;
    private Sender sender;

    @BeforeEach
    void open() throws IOException {
        server = RecordingServer.answering(200);
        sender = new Sender();
    }

    @AfterEach
    void close() throws IOException {
        sender.close();
        server.close();
    }

    @Test
    void headersArriveInOrderCaseAndNumberAndNothingIsAdded() throws Exception {
        List<Header> headers = List.of(new Header("zeta", "1"), new Header("X-DUP", "a"), new Header("Alpha", ""),
                new Header("x-dup", "b,c"), new Header("content-TYPE", "text/x; charset=\"q\""),
                new Header("X-Latin", "\u00e9\u0080\u009f\u00ff"), new Header("X-Tab", "a\tb\u0001"));
        send(new OutboundRequest("POST", server.url("/hook"), headers, Bytes.ofUtf8("{}")));

        assertEquals(
                "POST /hook HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nzeta: 1\r\nX-DUP: a\r\nAlpha: \r\n"
                        + "x-dup: b,c\r\ncontent-TYPE: text/x; charset=\"q\"\r\nX-Latin: \u00e9\u0080\u009f\u00ff\r\n"
                        + "X-Tab: a\tb\u0001\r\nContent-Length: 2\r\n\r\n{}",
                server.take().latin1());
    }

    @Test
    void connectionHeadersAreLeftOutAndSetAnew() throws Exception {
        List<Header> headers = new ArrayList<>();
        ConnectionHeaders.NAMES.forEach(name -> headers.add(new Header(name, "1")));
        send(new OutboundRequest("POST", server.url("/"), headers, Bytes.ofUtf8("abc")));

        assertEquals("POST / HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nContent-Length: 3\r\n\r\nabc",
                server.take().latin1());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyArrivesAsItIs(Bytes body) throws Exception {
        send(new OutboundRequest("POST", server.url("/"), List.of(new Header("Content-Encoding", "gzip")), body));

        Bytes arrived = server.take();
        String head = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nContent-Encoding: gzip\r\nContent-Length: " + body.size() + "\r\n\r\n";
        assertEquals(Bytes.ofLatin1(head + body.latin1()), arrived);
    }

    static Stream<Bytes> bodies() throws IOException {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        byte[] large = new byte[1 << 20];
        new Random(1).nextBytes(large);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(every);
        }
        return Stream.of(Bytes.wrap(every), Bytes.wrap(large), Bytes.wrap(zipped.toByteArray()), Bytes.EMPTY,
                Bytes.ofLatin1("\u00e9\r\n\r\n"), Bytes.ofUtf8("{\"a\": \"\u20ac\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "//a/../b;c?x=%2F|",
            "/%zz?%",
            "/a%2fb%2Fc/./..//",
            "/?",
            "/x??a=b?#c",
            "/{\"a\"}\\^`<>",
            "/\u00e9"})
    void requestTargetIsSentAsWritten(String target) throws Exception {
        send(new OutboundRequest("GET", server.url(target), List.of(), Bytes.EMPTY));
        assertTrue(server.take().latin1().startsWith("GET " + target + " HTTP/1.1\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE", "OPTIONS", "get", "M-SEARCH", "X!#$%&'*+.^_`|~9"})
    void anyMethodIsSentAndWithoutABodyHasNoLength(String method) throws Exception {
        send(new OutboundRequest(method, server.url("/"), List.of(), Bytes.EMPTY));
        assertEquals(method + " / HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n", server.take().latin1());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void anEmptyBodyHasALengthWhereOneIsExpected(String method) throws Exception {
        send(new OutboundRequest(method, server.url("/"), List.of(), Bytes.EMPTY));
        assertTrue(server.take().latin1().endsWith("\r\nContent-Length: 0\r\n\r\n"));
    }

    @Test
    void aCapturedBodyIsSentWithAnyMethod() throws Exception {
        send(new OutboundRequest("DELETE", server.url("/"), List.of(), Bytes.ofUtf8("x")));
        assertTrue(server.take().latin1().endsWith("\r\nContent-Length: 1\r\n\r\nx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A B", "GET\r\nX: y", "M\u00e9"})
    void whatIsNotAMethodIsNotSent(String method) {
        assertNotSent(new OutboundRequest(method, server.url("/"), List.of(), Bytes.EMPTY), "is not a method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A B", "A:", "A\r\nB"})
    void whatIsNotAHeaderNameIsNotSent(String name) {
        assertNotSent(new OutboundRequest("GET", server.url("/"), List.of(new Header(name, "x")), Bytes.EMPTY),
                "is not a header name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Injected: 1", "a\nb", "a\rb", "a\0b", "\u20ac"})
    void aValueThatNoHeaderCanCarryIsNotSent(String value) {
        assertNotSent(new OutboundRequest("GET", server.url("/"), List.of(new Header("A", value)), Bytes.EMPTY),
                "The value of the header A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a HTTP/1.1\r\nX: y", "/\u20ac"})
    void aTargetThatWouldSplitTheRequestIsNotSent(String target) {
        assertNotSent(new OutboundRequest("GET", server.url(target), List.of(), Bytes.EMPTY), "The URL contains");
    }

    private void assertNotSent(OutboundRequest request, String reason) {
        Failed failed = assertInstanceOf(Failed.class, sender.send(request));
        assertTrue(failed.reason().contains(reason), failed.reason());
        assertEquals(0, server.connections());
    }

    private void send(OutboundRequest request) {
        assertEquals(200, assertInstanceOf(Answered.class, sender.send(request)).status());
    }
}
