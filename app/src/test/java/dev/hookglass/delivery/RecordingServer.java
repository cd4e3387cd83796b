package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A target for tests that keeps the bytes of each request exactly as they arrived and answers with the bytes it was given.
 * It knows of HTTP only where a request ends: after its head and a body of Content-Length.
 */
public final class RecordingServer implements AutoCloseable {
    /** What is done once a request was read. */
    public sealed interface Reply {
        /** Answer, and wait for the next request on the connection. */
        record Answer(Bytes wire) implements Reply {}

        /** Answer, maybe with nothing, and close the connection. */
        record AnswerAndClose(Bytes wire) implements Reply {}

        /** Answer, maybe with nothing, and then say no more. */
        record AnswerAndStay(Bytes wire) implements Reply {}
    }

    private final ServerSocket listener;
    private final List<Reply> script;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<Bytes> requests = new LinkedBlockingQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** On a free port of 127.0.0.1. Each request gets the next reply of the script, the last one again and again. */
    public RecordingServer(Reply... script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    public RecordingServer(ServerSocket listener, Reply... script) {
        this.listener = listener;
        this.script = List.of(script);
        Thread.ofVirtual().name("recording-server").start(this::accept);
    }

    /** One that answers every request with a status and an empty body. */
    public static RecordingServer answering(int status) throws IOException {
        return new RecordingServer(answer("HTTP/1.1 " + status + " As Scripted\r\nContent-Length: 0\r\n\r\n"));
    }

    /** A reply in ISO-8859-1 text that leaves the connection open. */
    public static Reply answer(String wire) {
        return new Reply.Answer(Bytes.ofLatin1(wire));
    }

    /** A reply in ISO-8859-1 text, after which the connection is closed. */
    public static Reply answerAndClose(String wire) {
        return new Reply.AnswerAndClose(Bytes.ofLatin1(wire));
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The URL of a request target here, such as {@code /hook?x=1}. */
    public TargetUrl url(String requestTarget) {
        return TargetUrl.of("http://127.0.0.1:" + port() + requestTarget);
    }

    /** The next request that was read completely, head and body; waits for it for at most 10 s. */
    public Bytes take() throws InterruptedException {
        Bytes request = requests.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("No request arrived within 10 s");
        }
        return request;
    }

    /** How many requests were read and not taken yet. */
    public int waiting() {
        return requests.size();
    }

    /** How many connections were made so far. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                requests.add(read(in));
                if (!reply(socket, in)) {
                    return;
                }
            }
        } catch (IOException peerGone) {
            // The peer decides when it has had enough.
        } finally {
            open.remove(socket);
        }
    }

    private static Bytes read(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("The connection was closed");
            }
            request.write(octet);
            matched = octet == "\r\n\r\n".charAt(matched) ? matched + 1 : octet == '\r' ? 1 : 0;
        }
        RequestHead head = RequestHead.parse(Bytes.wrap(request.toByteArray()));
        request.write(in.readNBytes(Integer.parseInt(head.first("Content-Length").orElse("0"))));
        return Bytes.wrap(request.toByteArray());
    }

    private boolean reply(Socket socket, InputStream in) throws IOException {
        Reply reply = script.get(Math.min(next.getAndIncrement(), script.size() - 1));
        return switch (reply) {
            case Reply.Answer(Bytes wire) -> {
                write(socket, wire);
                yield true;
            }
            case Reply.AnswerAndClose(Bytes wire) -> {
                write(socket, wire);
                yield false;
            }
            case Reply.AnswerAndStay(Bytes wire) -> {
                write(socket, wire);
                yield in.read() >= 0;
            }
        };
    }

    private static void write(Socket socket, Bytes wire) throws IOException {
        socket.getOutputStream().write(wire.array());
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
