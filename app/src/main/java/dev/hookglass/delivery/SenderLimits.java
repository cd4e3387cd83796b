package dev.hookglass.delivery;

import java.time.Duration;

/**
 * How long and how much a {@link Sender} waits for.
 *
 * @param connect for a connection to be made, and again for its TLS handshake
 * @param total for the whole exchange, from looking up the host to the last byte of the answer
 * @param answerBytes how much of an answer's body is kept
 */
public record SenderLimits(Duration connect, Duration total, int answerBytes) {
    public static final SenderLimits DEFAULT = new SenderLimits(Duration.ofSeconds(10), Duration.ofSeconds(60),
            10 << 20);
}
