package dev.hookglass.receiver;

import dev.hookglass.problem.Problem;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Listens for webhooks. It takes any method and path, answers what it is told to, and gives nothing away that it
 * received: there is nothing on its port but the reply.
 */
public final class Receiver implements AutoCloseable {
    private static final long MOST_WAIT_FOR_EXCHANGES = TimeUnit.SECONDS.toMillis(5);

    private final HttpListener listener;
    private final GracefulShutdownHandler exchanges;
    private final LargeBodies large;
    private final Waiting waiting;
    private final ReceiverSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();
    private InetSocketAddress plain;
    private @Nullable InetSocketAddress secure;

    private Receiver(ReceiverSettings settings, Path folder, RequestSink sink, Waiting waiting) throws Problem {
        this.settings = settings;
        this.waiting = waiting;
        large = new LargeBodies(folder, new BodyBudget(settings.mostBytesHeld()), settings.deadline());
        HttpHandler handler = new HttpContinueReadHandler(new CaptureHandler(settings, sink, waiting, large));
        exchanges = new GracefulShutdownHandler(handler);
        InetAddress ip = resolve(settings.bind());
        plain = new InetSocketAddress(ip, settings.port());
        try {
            listener = new HttpListener(settings, sink, exchanges);
        } catch (IOException e) {
            throw starting(settings.bind(), settings.port(), e);
        }
    }

    /**
     * Starts listening.
     *
     * @param folder where large bodies lie while they arrive; made when it is needed
     * @throws Problem if the address is not one of this machine's, or a port is taken or not allowed
     */
    public static Receiver start(ReceiverSettings settings, Path folder, RequestSink sink) throws Problem {
        return start(settings, folder, sink, Waiting.usual());
    }

    /** The same with other limits for replies that are delayed or never come. */
    static Receiver start(ReceiverSettings settings, Path folder, RequestSink sink, Waiting waiting) throws Problem {
        Receiver receiver = new Receiver(settings, folder, sink, waiting);
        try {
            receiver.listen();
            return receiver;
        } catch (Problem e) {
            receiver.large.close();
            receiver.listener.close();
            throw e;
        }
    }

    /** Deletes the unfinished bodies that a crash left in the folder; only while no receiver uses it. */
    public static void clear(Path folder) {
        Spool.clear(folder);
    }

    private void listen() throws Problem {
        try {
            plain = listener.listen(plain);
        } catch (IOException e) {
            throw starting(settings.bind(), settings.port(), e);
        }
        if (settings.https().isPresent()) {
            ReceiverSettings.Https https = settings.https().get();
            try {
                secure = listener.listen(new InetSocketAddress(plain.getAddress(), https.port()),
                        https.certificate().context());
            } catch (IOException e) {
                throw starting(settings.bind(), https.port(), e);
            }
        }
    }

    private static InetAddress resolve(String bind) throws Problem {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new Problem("“" + bind + "” is not an address of this machine; use 127.0.0.1.", e);
        }
    }

    private static Problem starting(String bind, int port, IOException e) {
        String why = String.valueOf(e.getMessage());
        if (why.contains("Permission denied")) {
            return new Problem("Port " + port + " needs administrator rights; choose one above 1023.", e);
        }
        if (why.contains("Cannot assign")) {
            return new Problem("“" + bind + "” is not an address of this machine; use 127.0.0.1.", e);
        }
        if (e instanceof BindException) {
            return new Problem(
                    "Port " + port + " is already in use; close the program that has it, or choose another port.", e);
        }
        return new Problem("Hookglass cannot listen on port " + port + " (" + why + ").", e);
    }

    /** The URL to send webhooks to, such as {@code http://127.0.0.1:8787}. */
    public String url() {
        return url("http://", plain);
    }

    /** The URL to send webhooks to over HTTPS, such as {@code https://127.0.0.1:8788}; empty if that is off. */
    public Optional<String> httpsUrl() {
        return Optional.ofNullable(secure).map(address -> url("https://", address));
    }

    private String url(String scheme, InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        String host = ip.isAnyLocalAddress() ? settings.bind() : ip.getHostAddress().replaceAll("%.*", "");
        return scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** How it listens, with the ports that were found for 0. */
    public ReceiverSettings settings() {
        return settings.withPorts(plain.getPort(), httpsPort());
    }

    public int port() {
        return plain.getPort();
    }

    private Optional<Integer> httpsPort() {
        return Optional.ofNullable(secure).map(InetSocketAddress::getPort);
    }

    /** Whether another receiver of these settings needs a port that this one has. */
    public boolean isInTheWayOf(ReceiverSettings wanted) {
        return Stream.of(Optional.of(wanted.port()), wanted.https().map(ReceiverSettings.Https::port))
                .flatMap(Optional::stream)
                .anyMatch(port -> port == port() || httpsPort().filter(port::equals).isPresent());
    }

    /**
     * Takes no new requests, cuts those whose reply is delayed, lets the others finish for a few seconds, then stops
     * listening. A second call does nothing.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        listener.stop();
        exchanges.shutdown();
        waiting.close();
        try {
            exchanges.awaitShutdown(MOST_WAIT_FOR_EXCHANGES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        large.close();
        listener.close();
    }
}
