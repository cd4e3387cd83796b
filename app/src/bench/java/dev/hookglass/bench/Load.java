package dev.hookglass.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a load generator is to do.
 *
 * @param port where to send to, on the loopback
 * @param connections how many are kept open, with one request under way on each
 * @param warmUp seconds at the beginning that are not measured
 * @param seconds how long to measure; 0 to go on until {@code requests} were answered
 * @param requests how many requests to send, the warm-up's among them; 0 for any number
 * @param perSecond how many requests to begin in a second, whatever the answers take; 0 for as many as the connections do
 * @param bodies what to send
 */
record Load(int port, int connections, int warmUp, int seconds, int requests, int perSecond, Bodies bodies) {
    /** As many as 64 connections do. */
    static Load full(int port, int seconds) {
        return new Load(port, 64, 2, seconds, 0, 0, Bodies.JSON);
    }

    Load withPerSecond(int changed) {
        return new Load(port, connections, warmUp, seconds, requests, changed, bodies);
    }

    /** A number of requests instead of a time. */
    Load withRequests(int changed, Bodies other) {
        return new Load(port, connections, 0, 0, changed, perSecond, other);
    }

    /** The head of each request. */
    byte[] head() {
        return ("POST /optimizely/cmp HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUser-Agent: bench\r\nContent-Type: application/json\r\nContent-Length: " + Bodies.SIZE
                + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    List<String> arguments() {
        return List.of("" + port, "" + connections, "" + warmUp, "" + seconds, "" + requests, "" + perSecond,
                bodies.name());
    }

    static Load of(String[] arguments) {
        int[] numbers = new int[6];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(arguments[i]);
        }
        return new Load(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5],
                Bodies.valueOf(arguments[6]));
    }
}
