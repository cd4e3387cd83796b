package dev.hookglass.receiver;

import dev.hookglass.certificate.ServerCertificate;
import java.time.Duration;
import java.util.Optional;

/**
 * How the receiver listens.
 *
 * @param bind the address to listen on
 * @param port the port for plain HTTP; 0 for any that is free
 * @param https how it listens for HTTPS besides, if it does
 * @param maxBodyBytes the largest body that is taken
 * @param deadline how long a whole request may take to arrive, from its first byte
 * @param headDeadline how long its request line and headers may take
 * @param idle how long a connection may stay open without a request
 * @param mostBytesHeld how many bytes of bodies are held in memory at one time; more wait on disk or are refused for the
 *     moment
 */
public record ReceiverSettings(String bind, int port, Optional<Https> https, long maxBodyBytes, Duration deadline,
        Duration headDeadline, Duration idle, long mostBytesHeld) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int DEFAULT_PORT = 8787;
    public static final int DEFAULT_HTTPS_PORT = 8788;
    public static final long DEFAULT_MAX_BODY = 64L << 20;

    /**
     * Listening for HTTPS.
     *
     * @param port 0 for any that is free
     * @param certificate what senders are shown
     */
    public record Https(int port, ServerCertificate certificate) {}

    /** The usual deadline for heads and idle connections, an eighth of the memory for bodies, and plain HTTP alone. */
    public ReceiverSettings(String bind, int port, long maxBodyBytes, Duration deadline) {
        this(bind, port, Optional.empty(), maxBodyBytes, deadline, Duration.ofSeconds(10), Duration.ofSeconds(30),
                mostHeld(maxBodyBytes));
    }

    /** The usual settings at an address and port. */
    public static ReceiverSettings at(String bind, int port) {
        return new ReceiverSettings(bind, port, DEFAULT_MAX_BODY, Duration.ofSeconds(60));
    }

    /** The largest body that there is memory for: it is held once, as a whole, to be judged and stored. */
    public static long mostBodyBytes() {
        return Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 3);
    }

    /** Beside one of the largest there must be room for the pieces of others that are still arriving. */
    private static long mostHeld(long maxBodyBytes) {
        return Math.max(maxBodyBytes * 3 / 2, Runtime.getRuntime().maxMemory() / 8);
    }

    ReceiverSettings withPorts(int plain, Optional<Integer> secure) {
        return new ReceiverSettings(bind, plain,
                https.map(kept -> new Https(secure.orElse(kept.port()), kept.certificate())), maxBodyBytes, deadline,
                headDeadline, idle, mostBytesHeld);
    }

    public ReceiverSettings withHttps(int httpsPort, ServerCertificate certificate) {
        return new ReceiverSettings(bind, port, Optional.of(new Https(httpsPort, certificate)), maxBodyBytes, deadline,
                headDeadline, idle, mostBytesHeld);
    }

    public ReceiverSettings withMaxBody(long bytes) {
        return new ReceiverSettings(bind, port, https, bytes, deadline, headDeadline, idle, mostHeld(bytes));
    }

    public ReceiverSettings withDeadlines(Duration whole, Duration head, Duration withoutRequest) {
        return new ReceiverSettings(bind, port, https, maxBodyBytes, whole, head, withoutRequest, mostBytesHeld);
    }

    public ReceiverSettings withMostBytesHeld(long bytes) {
        return new ReceiverSettings(bind, port, https, maxBodyBytes, deadline, headDeadline, idle, bytes);
    }
}
