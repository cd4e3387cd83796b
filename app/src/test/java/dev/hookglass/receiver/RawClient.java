package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that sends bytes exactly as told. Text is ISO-8859-1. */
final class RawClient implements AutoCloseable {
    private static final int MOST_MILLIS_TO_WAIT = 20_000;

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Over a connection that is there already, such as one in TLS. */
    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(MOST_MILLIS_TO_WAIT);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer: its head, and its body of Content-Length. */
    record Answer(RequestHead head, Bytes body) {
        /** The status, which stands where a request has its target. */
        int status() {
            return Integer.parseInt(head.target());
        }
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The next head. */
    RequestHead head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended after: " + head);
            }
            head.write(next);
        }
        return RequestHead.parse(Bytes.wrap(head.toByteArray()));
    }

    Answer answer() throws IOException {
        RequestHead head = head();
        return new Answer(head,
                Bytes.wrap(in.readNBytes(Integer.parseInt(head.first("Content-Length").orElse("0")))));
    }

    /** Whether the other side says no more. */
    boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Reads and forgets all that the other side still says. */
    void drain() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            // That is an end, too.
        }
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection without a goodbye. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
