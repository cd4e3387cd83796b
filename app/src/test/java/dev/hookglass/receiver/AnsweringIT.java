package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.event.Rejection;
import dev.hookglass.receiver.RawClient.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What senders are answered, and when. */
class AnsweringIT extends WithReceiver {
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
        try (Receiver broken = Receiver.start(ReceiverSettings.at("127.0.0.1", 0), folder, new RequestSink() {
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
}
