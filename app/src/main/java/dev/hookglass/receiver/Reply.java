package dev.hookglass.receiver;

import dev.hookglass.event.Header;
import java.util.List;

/**
 * What a sender is answered.
 *
 * @param status the HTTP status
 * @param headers in the order to send
 * @param body plain text; never holds anything that was received
 */
public record Reply(int status, List<Header> headers, String body) {
    public Reply {
        headers = List.copyOf(headers);
    }

    /** A reply that is a status and nothing else. */
    public static Reply of(int status) {
        return new Reply(status, List.of(), "");
    }
}
