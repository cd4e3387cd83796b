package dev.hookglass.delivery;

import dev.hookglass.provider.Acknowledgement;
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
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Waits for an answer as long as a provider does, and a little longer, so that a late one is seen for what it is. */
    public static SenderLimits of(Acknowledgement acknowledgement) {
        return new SenderLimits(DEFAULT.connect,
                acknowledgement.within().map(within -> within.plus(GRACE)).orElse(DEFAULT.total), DEFAULT.answerBytes);
    }
}
