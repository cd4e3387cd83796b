package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.time.Duration;
import java.util.List;

/** What a sender gets for its request. */
public sealed interface Reply {
    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers in the order to send
     * @param body as sent
     * @param delay how long to wait before it is sent
     */
    record Message(int status, List<Header> headers, Bytes body, Duration delay) implements Reply {
        public Message {
            headers = List.copyOf(headers);
        }

        /** An answer at once, with a text for a body. */
        public Message(int status, List<Header> headers, String body) {
            this(status, headers, Bytes.ofUtf8(body), Duration.ZERO);
        }
    }

    /**
     * The connection is closed without a byte.
     *
     * @param delay how long to wait before
     */
    record Drop(Duration delay) implements Reply {}

    /** Nothing, until the sender gives up or the receiver loses patience. */
    record Silence() implements Reply {}

    /** An answer at once that is a status and nothing else. */
    static Reply of(int status) {
        return new Message(status, List.of(), Bytes.EMPTY, Duration.ZERO);
    }
}
