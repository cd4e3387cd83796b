package dev.hookglass.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection with at most one request under way. For one thread. */
final class LoadConnection {
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long dueNanos;
    /** The length of this server's answers, once one was read: all are alike. 0 if that cannot be told. */
    private int usualLength;

    LoadConnection(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** When the request under way was due. */
    long dueNanos() {
        return dueNanos;
    }

    void send(byte[] request, long due) throws IOException {
        dueNanos = due;
        answer.clear();
        rest = ByteBuffer.wrap(request);
        write();
    }

    private void write() throws IOException {
        channel.write(rest);
        key.interestOps(rest.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Goes on where the connection is ready; gives the answer's status once it is there whole, else 0. */
    int proceed() throws IOException {
        if (rest.hasRemaining()) {
            write();
            return 0;
        }
        if (channel.read(answer) < 0) {
            throw new EOFException("The server ended the connection");
        }
        return isWhole() ? status() : 0;
    }

    private int status() {
        int status = 0;
        for (int i = STATUS_AT; i < STATUS_AT + 3; i++) {
            status = status * 10 + answer.get(i) - '0';
        }
        return status;
    }

    private boolean isWhole() {
        int length = answer.position();
        if (length == usualLength) {
            return true;
        }
        String text = new String(answer.array(), 0, length, StandardCharsets.ISO_8859_1);
        int headEnd = text.indexOf("\r\n\r\n") + 4;
        if (headEnd < 4) {
            return false;
        }
        String head = text.substring(0, headEnd).toLowerCase(Locale.ROOT);
        if (head.contains("transfer-encoding: chunked")) {
            return text.endsWith("\r\n0\r\n\r\n");
        }
        int announced = head.indexOf("\r\ncontent-length:");
        int bodyLength = announced < 0
                ? 0
                : Integer.parseInt(head.substring(announced + 17, head.indexOf('\r', announced + 2)).strip());
        if (length == headEnd + bodyLength) {
            usualLength = length;
            return true;
        }
        return false;
    }

    void close() throws IOException {
        channel.close();
    }
}
