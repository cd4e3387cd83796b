package dev.hookglass.receiver;

import io.undertow.UndertowOptions;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** Undertow's HTTP listener, put together by hand so that a {@link HeadTee} can stand below its parser. */
final class HttpListener implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    /** Names the class that makes Java's management; there is none of the name that is set for a moment. */
    private static final String MANAGEMENT = "javax.management.builder.initial";

    private final ReceiverSettings settings;
    private final RequestSink sink;
    private final XnioWorker worker;
    private final HttpOpenListener connections;
    private final List<AcceptingChannel<StreamConnection>> servers = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    /** Listens nowhere yet. */
    HttpListener(ReceiverSettings settings, RequestSink sink, HttpHandler handler) throws IOException {
        this.settings = settings;
        this.sink = sink;
        worker = xnio()
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "receiver")
                        .set(Options.WORKER_IO_THREADS, 2)
                        .set(Options.WORKER_TASK_CORE_THREADS, 1)
                        .set(Options.WORKER_TASK_MAX_THREADS, 8)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        connections = new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER, -1, 4), options(settings));
        connections.setRootHandler(handler);
    }

    /**
     * XNIO, without its entry in Java's management: the first who asks for that has all of it set up, which takes a tenth of a
     * second of each start and is of no use here. XNIO goes on without it where it cannot be had.
     */
    private static synchronized Xnio xnio() {
        String former = System.getProperty(MANAGEMENT);
        System.setProperty(MANAGEMENT, "none");
        try {
            return Xnio.getInstance(HttpListener.class.getClassLoader());
        } finally {
            if (former == null) {
                System.clearProperty(MANAGEMENT);
            } else {
                System.setProperty(MANAGEMENT, former);
            }
        }
    }

    /** Begins to listen for plain HTTP; gives where, with the port that was found for 0. */
    InetSocketAddress listen(InetSocketAddress address) throws IOException {
        return listen(address, connection -> opened(connection, null));
    }

    /** Begins to listen for HTTPS. */
    InetSocketAddress listen(InetSocketAddress address, SSLContext context) throws IOException {
        // No ALPN: what is spoken inside is HTTP/1.1. Undertow has buffers of its own for TLS, since a record of it is larger.
        UndertowXnioSsl tls = new UndertowXnioSsl(worker.getXnio(), OptionMap.EMPTY, context);
        return listen(address, connection -> {
            TlsHandshake handshake = TlsHandshake.over(connection, tls);
            opened(handshake.connection(), handshake);
        });
    }

    private InetSocketAddress listen(InetSocketAddress address, ChannelListener<StreamConnection> opened)
            throws IOException {
        AcceptingChannel<StreamConnection> server = worker.createStreamConnectionServer(address,
                ChannelListeners.openListenerAdapter(opened),
                OptionMap.builder()
                        .set(Options.REUSE_ADDRESSES, true)
                        .set(Options.BACKLOG, 1_024)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        servers.add(server);
        server.resumeAccepts();
        return server.getLocalAddress(InetSocketAddress.class);
    }

    private static OptionMap options(ReceiverSettings settings) {
        return OptionMap.builder()
                // Targets are kept as sent: nothing is decoded, and odd characters are let through.
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                // Bodies are measured as they arrive, so that one that is too large can be answered.
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.MULTIPART_MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.MAX_HEADER_SIZE, HeadFault.MOST_HEAD)
                .set(UndertowOptions.MAX_HEADERS, HeadFault.MOST_HEADERS)
                .set(UndertowOptions.MAX_PARAMETERS, HeadFault.MOST_PARAMETERS)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(settings.headDeadline().toMillis()))
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, Math.toIntExact(settings.idle().toMillis()))
                .getMap();
    }

    private void opened(StreamConnection connection, @Nullable TlsHandshake handshake) {
        HeadWatch watch = HeadWatch.over(connection, settings, sink, handshake, () -> stopping);
        connections.handleEvent(connection);
        // Undertow has put its own listener there, and has read what was there to read.
        ChannelListener<? super StreamConnection> closed = connection.getCloseListener();
        connection.setCloseListener(closing -> {
            watch.closed();
            ChannelListeners.invokeChannelListener(closing, closed);
        });
        if (!connection.isOpen()) {
            watch.closed();
        }
    }

    /** From now on what is refused is refused because of the stopping. */
    void stop() {
        stopping = true;
    }

    @Override
    public void close() {
        stop();
        servers.forEach(IoUtils::safeClose);
        connections.closeConnections();
        worker.shutdownNow();
    }
}
