package dev.hookglass.receiver;

import java.time.Duration;

/**
 * How the receiver listens.
 *
 * @param bind the address to listen on
 * @param port the port; 0 for any that is free
 * @param maxBodyBytes the largest body that is taken
 * @param deadline how long a whole request may take to arrive, from its first byte
 * @param headDeadline how long its request line and headers may take
 * @param idle how long a connection may stay open without a request
 * @param mostBytesHeld how many bytes of bodies are held at one time, from their announcement to their answer; more are
 *     refused for the moment
 */
public record ReceiverSettings(String bind, int port, long maxBodyBytes, Duration deadline, Duration headDeadline,
        Duration idle, long mostBytesHeld) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int DEFAULT_PORT = 8787;
    private static final long DEFAULT_MAX_BODY = 64L << 20;

    /** The usual deadline for heads and idle connections, and a quarter of the memory for bodies. */
    public ReceiverSettings(String bind, int port, long maxBodyBytes, Duration deadline) {
        this(bind, port, maxBodyBytes, deadline, Duration.ofSeconds(10), Duration.ofSeconds(30),
                Math.max(maxBodyBytes, Runtime.getRuntime().maxMemory() / 4));
    }

    /** The usual settings at an address and port. */
    public static ReceiverSettings at(String bind, int port) {
        return new ReceiverSettings(bind, port, DEFAULT_MAX_BODY, Duration.ofSeconds(60));
    }
}
