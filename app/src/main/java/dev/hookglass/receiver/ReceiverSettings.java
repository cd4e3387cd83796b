package dev.hookglass.receiver;

import java.time.Duration;

/**
 * How the receiver listens.
 *
 * @param bind the address to listen on
 * @param port the port; 0 for any that is free
 * @param maxBodyBytes the largest body that is taken
 * @param deadline how long a whole request may take to arrive
 */
public record ReceiverSettings(String bind, int port, long maxBodyBytes, Duration deadline) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int DEFAULT_PORT = 8787;
    private static final long DEFAULT_MAX_BODY = 64L << 20;

    /** The usual settings at an address and port. */
    public static ReceiverSettings at(String bind, int port) {
        return new ReceiverSettings(bind, port, DEFAULT_MAX_BODY, Duration.ofSeconds(60));
    }
}
