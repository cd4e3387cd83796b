package dev.hookglass.receiver;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
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
    private static final int MOST_HEAD = 256 * 1024;
    private static final int HEAD_MILLIS = 10_000;
    private static final int IDLE_MILLIS = 30_000;

    private final XnioWorker worker;
    private final HttpOpenListener connections;
    private final AcceptingChannel<StreamConnection> server;

    /** Begins to listen. */
    HttpListener(InetSocketAddress address, long maxBodyBytes, HttpHandler handler) throws IOException {
        worker = Xnio.getInstance(HttpListener.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "receiver")
                        .set(Options.WORKER_IO_THREADS, 2)
                        .set(Options.WORKER_TASK_CORE_THREADS, 1)
                        .set(Options.WORKER_TASK_MAX_THREADS, 8)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        connections = new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER, -1, 4), options(maxBodyBytes));
        connections.setRootHandler(handler);
        try {
            server = worker.createStreamConnectionServer(address, ChannelListeners.openListenerAdapter(this::opened),
                    OptionMap.builder()
                            .set(Options.REUSE_ADDRESSES, true)
                            .set(Options.BACKLOG, 1_024)
                            .set(Options.TCP_NODELAY, true)
                            .getMap());
            server.resumeAccepts();
        } catch (IOException e) {
            worker.shutdownNow();
            throw e;
        }
    }

    private static OptionMap options(long maxBodyBytes) {
        return OptionMap.builder()
                // Targets are kept as sent: nothing is decoded, and odd characters are let through.
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .set(UndertowOptions.MAX_ENTITY_SIZE, maxBodyBytes)
                .set(UndertowOptions.MULTIPART_MAX_ENTITY_SIZE, maxBodyBytes)
                .set(UndertowOptions.MAX_HEADER_SIZE, MOST_HEAD)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEAD_MILLIS)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .getMap();
    }

    private void opened(StreamConnection connection) {
        HeadTee.putInto(connection);
        connections.handleEvent(connection);
    }

    /** Where it listens, with the port that was found for 0. */
    InetSocketAddress address() {
        return server.getLocalAddress(InetSocketAddress.class);
    }

    @Override
    public void close() {
        IoUtils.safeClose(server);
        connections.closeConnections();
        worker.shutdownNow();
    }
}
