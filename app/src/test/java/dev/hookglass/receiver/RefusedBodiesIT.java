package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.receiver.RawClient.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Bodies that are too large, or never arrive whole. */
class RefusedBodiesIT extends WithReceiver {
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
        assertEquals("announced a body of 9.4 GiB; the limit is " + ReceiverWords.size(LIMIT), rejection.detail());
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
}
