package dev.hookglass.receiver;

import dev.hookglass.problem.Problem;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/**
 * Listens for webhooks. It takes any method and path, answers what it is told to, and gives nothing away that it
 * received: there is nothing on its port but the reply.
 */
public final class Receiver implements AutoCloseable {
    private static final long MOST_WAIT_FOR_EXCHANGES = TimeUnit.SECONDS.toMillis(5);

    private final HttpListener listener;
    private final GracefulShutdownHandler exchanges;
    private final Waiting waiting;
    private final InetSocketAddress address;
    private final String bind;

    private Receiver(HttpListener listener, GracefulShutdownHandler exchanges, Waiting waiting, String bind) {
        this.listener = listener;
        this.exchanges = exchanges;
        this.waiting = waiting;
        this.address = listener.address();
        this.bind = bind;
    }

    /**
     * Starts listening.
     *
     * @throws Problem if the address is not one of this machine's, or the port is taken or not allowed
     */
    public static Receiver start(ReceiverSettings settings, RequestSink sink) throws Problem {
        return start(settings, sink, Waiting.usual());
    }

    /** The same with other limits for replies that are delayed or never come. */
    static Receiver start(ReceiverSettings settings, RequestSink sink, Waiting waiting) throws Problem {
        InetSocketAddress address = new InetSocketAddress(resolve(settings.bind()), settings.port());
        HttpHandler handler = new HttpContinueReadHandler(new CaptureHandler(settings, sink, waiting));
        GracefulShutdownHandler exchanges = new GracefulShutdownHandler(handler);
        try {
            return new Receiver(new HttpListener(address, settings, sink, exchanges), exchanges, waiting,
                    settings.bind());
        } catch (IOException e) {
            throw starting(settings, e);
        }
    }

    private static InetAddress resolve(String bind) throws Problem {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new Problem("“" + bind + "” is not an address of this machine; use 127.0.0.1.", e);
        }
    }

    private static Problem starting(ReceiverSettings settings, IOException e) {
        String why = String.valueOf(e.getMessage());
        if (why.contains("Permission denied")) {
            return new Problem("Port " + settings.port() + " needs administrator rights; choose one above 1023.", e);
        }
        if (why.contains("Cannot assign")) {
            return new Problem("“" + settings.bind() + "” is not an address of this machine; use 127.0.0.1.", e);
        }
        if (e instanceof BindException) {
            return new Problem(
                    "Port " + settings.port() + " is already in use; close the program that has it, or choose"
                            + " another port.",
                    e);
        }
        return new Problem("Hookglass cannot listen on port " + settings.port() + " (" + why + ").", e);
    }

    /** The URL to send webhooks to, such as {@code http://127.0.0.1:8787}. */
    public String url() {
        InetAddress ip = address.getAddress();
        if (ip.isAnyLocalAddress()) {
            return "http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + address.getPort();
        }
        String host = ip instanceof Inet6Address
                ? "[" + ip.getHostAddress().replaceAll("%.*", "") + "]"
                : ip.getHostAddress();
        return "http://" + host + ":" + address.getPort();
    }

    /** Whether it listens at the address and port of these settings. */
    public boolean isAt(ReceiverSettings settings) {
        return settings.port() == address.getPort() && settings.bind().equals(bind);
    }

    public int port() {
        return address.getPort();
    }

    /**
     * Takes no new requests, cuts those whose reply is delayed, lets the others finish for a few seconds, then stops
     * listening.
     */
    @Override
    public void close() {
        listener.stop();
        exchanges.shutdown();
        waiting.close();
        try {
            exchanges.awaitShutdown(MOST_WAIT_FOR_EXCHANGES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener.close();
    }
}
