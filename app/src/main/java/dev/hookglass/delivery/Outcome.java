package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of one HTTP exchange with a target. */
public sealed interface Outcome {
    /** From the start of connecting until the answer was read or the attempt failed. */
    Duration time();

    /** The status of the answer; 0 if there was none. */
    default int status() {
        return 0;
    }

    /** Whether it was answered with a 2xx. */
    default boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /**
     * The target answered.
     *
     * @param status its status
     * @param reasonPhrase the words behind the status; may be empty
     * @param headers its headers in the order and case sent
     * @param body its body as sent, or the beginning of it
     * @param truncated whether the body was longer than what is kept
     */
    record Answered(Duration time, int status, String reasonPhrase, List<Header> headers, Bytes body,
            boolean truncated) implements Outcome {
        /** Where the target wants a 3xx to lead to, as it says it; nothing is sent there. */
        public Optional<String> redirectsTo() {
            return status / 100 != 3
                    ? Optional.empty()
                    : headers.stream().filter(header -> header.is("Location")).map(Header::value).findFirst();
        }
    }

    /**
     * There was no answer.
     *
     * @param reason why, in words
     */
    record Failed(Duration time, String reason) implements Outcome {}
}
