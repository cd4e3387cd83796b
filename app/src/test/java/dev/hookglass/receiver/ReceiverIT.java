package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.RawClient.Answer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverIT {
    private static final int LIMIT = 100_000;

    private final Recorder sink = new Recorder();
    private Receiver receiver;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.start(new ReceiverSettings("127.0.0.1", 0, LIMIT, Duration.ofSeconds(30)), sink);
        client = new RawClient(receiver.port());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        receiver.close();
    }

    private ReceivedRequest received(String wire) throws Exception {
        client.send(wire);
        ReceivedRequest request = sink.request();
        assertEquals(200, client.answer().status());
        return request;
    }

    private RequestHead head(String wire) throws Exception {
        return RequestHead.parse(received(wire).head());
    }

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
    void expectContinue_forABodyThatIsTooLarge_isRefusedAtOnce() throws Exception {
        client.send(
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + (LIMIT + 1) + "\r\nExpect: 100-continue\r\n\r\n");

        assertEquals(413, client.answer().status());
        assertEquals(Reason.TOO_LARGE, sink.rejection().reason());
    }

    @Test
    void anAnnouncedBodyThatIsTooLarge_is413AndToldOnce() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\nabc");

        Answer answer = client.answer();
        assertEquals(413, answer.status());
        assertFalse(answer.body().isEmpty());
        Rejection rejection = sink.rejection();
        assertEquals(Reason.TOO_LARGE, rejection.reason());
        assertTrue(rejection.detail().contains("10000000000"), rejection.detail());
        assertTrue(sink.isEmpty());
    }

    @Test
    void aBodyThatIsTooLargeAndSentAllTheSame_is413() throws Exception {
        int size = 8 << 20;
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                .build();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertEquals(413, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
        assertEquals(Reason.TOO_LARGE, sink.rejection().reason());
    }

    @Test
    void aChunkedBodyThatGrowsTooLarge_is413AndToldOnce() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send("20000\r\n" + "x".repeat(0x20000) + "\r\n");

        assertEquals(413, client.answer().status());
        assertEquals(Reason.TOO_LARGE, sink.rejection().reason());
        assertTrue(client.isEnded());
        assertTrue(sink.isEmpty());
    }

    @Test
    void aBodyOfExactlyTheLimit_isTaken() throws Exception {
        assertEquals(LIMIT, received("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + LIMIT + "\r\n\r\n"
                + "x".repeat(LIMIT)).body().size());
    }

    @Test
    void aSenderThatGoesAwayHalfway_isToldAsIncomplete() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
        client.halfClose();

        Rejection rejection = sink.rejection();
        assertEquals(Reason.INCOMPLETE, rejection.reason());
        assertTrue(rejection.remote().startsWith("127.0.0.1:"), rejection.remote());
        assertTrue(sink.isEmpty());
    }

    @Test
    void aSenderThatBreaksTheConnectionHalfway_isToldAsIncomplete() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\nabc");
        client.head();
        client.reset();

        assertEquals(Reason.INCOMPLETE, sink.rejection().reason());
    }

    @Test
    void aChunkedBodyThatStopsHalfway_isToldAsIncomplete() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab").halfClose();

        assertEquals(Reason.INCOMPLETE, sink.rejection().reason());
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
    void theReply_waitsForTheSink() throws Exception {
        sink.waiting();
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        Answering answer = sink.unanswered();
        sink.request();
        // Another connection is served meanwhile.
        try (RawClient other = new RawClient(receiver.port())) {
            other.send("GET /other HTTP/1.1\r\nHost: x\r\n\r\n");
            sink.unanswered().accept(Reply.of(201));
            assertEquals(201, other.answer().status());
        }

        answer.accept(new Reply.Message(299, List.of(new Header("X-A", "1"), new Header("X-A", "2")), "bödy\n"));

        Answer received = client.answer();
        assertEquals(299, received.status());
        assertEquals(List.of("1", "2"), received.head().all("X-A"));
        assertEquals("bödy\n", received.body().utf8());
    }

    @Test
    void anAnswerToASenderThatIsGone_harmsNothing() throws Exception {
        sink.waiting();
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        Answering answer = sink.unanswered();
        client.reset();
        answer.accept(Reply.of(200));
        answer.accept(Reply.of(500));

        try (RawClient other = new RawClient(receiver.port())) {
            other.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            sink.unanswered().accept(Reply.of(200));
            assertEquals(200, other.answer().status());
        }
    }

    @Test
    void aSinkWithABug_isAnswered500() throws Exception {
        try (Receiver broken = Receiver.start(ReceiverSettings.at("127.0.0.1", 0), new RequestSink() {
            @Override
            public void accept(ReceivedRequest request, Answering answer) {
                throw new IllegalStateException("A sink with a bug");
            }

            @Override
            public void reject(Rejection rejection) {
                throw new IllegalStateException("A sink with a bug");
            }
        }); RawClient sender = new RawClient(broken.port())) {
            sender.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n").send("a");
            assertEquals(500, sender.answer().status());
        }
    }

    @Test
    void head_hasNoBodyInItsReply() throws Exception {
        sink.answering(new Reply.Message(503, List.of(), "not for HEAD"));
        client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("503", client.head().target());
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("not for HEAD", client.answer().body().utf8());
    }

    /** RFC 9110, section 8.6. */
    @Test
    void noContent_hasNoContentLength() throws Exception {
        sink.answering(Reply.of(204));
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na");
        Answer answer = client.answer();

        assertEquals(204, answer.status());
        assertEquals(Optional.empty(), answer.head().first("Content-Length"));
    }

    @Test
    void theReply_tellsNothingOfTheProgram() throws Exception {
        client.send("GET / HTTP/1.1\r\nHost: x\r\nOrigin: http://evil.example\r\n\r\n");
        List<Header> headers = client.answer().head().headers();

        assertTrue(headers.stream().noneMatch(header -> header.is("Server") || header.is("X-Powered-By")
                || header.name().startsWith("Access-Control")), headers::toString);
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
