package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests arrive as they were sent. */
class ReceiverIT extends WithReceiver {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/a%2Fb", "/a;b=1/c;d", "//a///b/", "/a/../b/./c", "/k\u00c3\u00a4se",
            "/a|b{c}^`\"<>\\",
            "/a?b", "/?a=%2F&a=b&&=;x", "/a?\u00c3\u00a4=|", "/a?b?c", "http://x/a?b=c", "/%00", "/a+b%20c", "/%C3%A4"})
    void aTarget_isKeptAsSent(String target) throws Exception {
        assertEquals(target, head("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").target());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "post", "X",
            "M-SEARCH",
            "A!#$%&'*+.^_`|~09"})
    void aMethod_isKeptAsSent(String method) throws Exception {
        assertEquals(method, head(method + " /x HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").method());
    }

    @Test
    void headers_keepCaseValuesAndDuplicates() throws Exception {
        RequestHead head = head(
                "POST / HTTP/1.1\r\nhOsT: x\r\nX-Dup: 1\r\nEmpty:\r\nX-Bytes: \u00e9\u0080\u00ff a b\r\n"
                        + "X-Dup: 2\r\nX-Dup: 1\r\nX-Long: " + "l".repeat(60_000) + "\r\n\r\n");

        assertEquals(List.of("1", "2", "1"), head.all("X-Dup"));
        assertEquals(Optional.of(""), head.first("Empty"));
        assertEquals(Optional.of("\u00e9\u0080\u00ff a b"), head.first("X-Bytes"));
        assertEquals(60_000, head.first("X-Long").orElseThrow().length());
        assertTrue(head.headers().contains(new Header("hOsT", "x")));
        assertEquals(7, head.headers().size());
    }

    @Test
    void aFoldedHeader_isOneHeader() throws Exception {
        assertEquals(Optional.of("1 2"), head("GET / HTTP/1.1\r\nHost: x\r\nA: 1\r\n 2\r\n\r\n").first("A"));
    }

    @Test
    void theProtocol_isKept() throws Exception {
        assertEquals("HTTP/1.0", head("GET / HTTP/1.0\r\n\r\n").protocol());
    }

    @Test
    void aBinaryBody_isKeptToTheByte() throws Exception {
        byte[] body = new byte[LIMIT];
        new Random(1).nextBytes(body);
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + LIMIT + "\r\n\r\n");
        client.send(Arrays.copyOf(body, 10));
        client.send(Arrays.copyOfRange(body, 10, LIMIT));

        assertEquals(Bytes.wrap(body), sink.request().body());
        assertEquals(200, client.answer().status());
    }

    @Test
    void aChunkedBody_isKeptWithoutItsChunks() throws Exception {
        String head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        ReceivedRequest request = received(head + "3;ext=1\r\na\r\n\r\n1\r\n\u00ff\r\n0\r\nTrailer: x\r\n\r\n");

        assertEquals(Bytes.ofLatin1("a\r\n\u00ff"), request.body());
    }

    @Test
    void aBodyInASlowTrickle_arrivesWhole() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n");
        for (String piece : List.of("a", "b")) {
            client.send(piece);
            assertTrue(sink.isEmpty());
        }
        client.send("c");

        assertEquals("abc", sink.request().body().utf8());
        assertEquals(200, client.answer().status());
    }

    @Test
    void remote_isTheSendersAddress() throws Exception {
        assertTrue(received("GET / HTTP/1.1\r\nHost: x\r\n\r\n").remote().matches("127\\.0\\.0\\.1:\\d+"));
    }

    @Test
    void expectContinue_isAnsweredBeforeTheBody() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertEquals("100", client.head().target());
        client.send("ab");

        assertEquals("ab", sink.request().body().utf8());
        assertEquals(200, client.answer().status());
    }

    @Test
    void aConnection_isKeptForMoreRequests() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals("/" + i, head("POST /" + i + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na").target());
        }
    }

    @Test
    void pipelinedRequests_areTakenOneAfterTheOther() throws Exception {
        client.send("POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab"
                + "GET /2 HTTP/1.1\r\nHost: x\r\n\r\nPOST /3 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1\r\nc\r\n0\r\n\r\n");
        for (int i = 1; i <= 3; i++) {
            assertEquals("/" + i, RequestHead.parse(sink.request().head()).target());
            assertEquals(200, client.answer().status());
        }
    }

    @Test
    void url_isWhereItListens() throws Problem {
        assertEquals("http://127.0.0.1:" + receiver.port(), receiver.url());
    }

    @Test
    void requestsFromJavasClient_arriveWhole() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url() + "/x"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[50_000])))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertEquals(200, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
        assertEquals(50_000, sink.request().body().size());
    }
}
