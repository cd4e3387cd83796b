package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Keeps a copy of what a connection reads while a request's head is being read, because Undertow's header map loses the
 * order, spacing and spelling of what was sent. Used by its connection's I/O thread only.
 *
 * <p>Where a head ends is not parsed again: when the handler is called, Undertow has consumed exactly the head, and has put
 * what it read beyond it into the connection's extra bytes.
 */
final class HeadTee extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** More than the largest head that is taken, and one read beyond it. */
    private static final int MOST = 512 * 1024;

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(1024);
    private boolean copying = true;

    private HeadTee(StreamSourceConduit next) {
        super(next);
    }

    /** Puts a tee between a connection that was just accepted and whoever will read from it. */
    static void putInto(StreamConnection connection) {
        connection.getSourceChannel().setConduit(new HeadTee(connection.getSourceChannel().getConduit()));
    }

    /** The tee of an exchange's connection. */
    static HeadTee of(HttpServerExchange exchange) {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        return (HeadTee) connection.getOriginalSourceConduit();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int start = target.position();
        int count = super.read(target);
        if (count > 0) {
            copy(target, start);
        }
        return count;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        int[] starts = Arrays.stream(targets).mapToInt(ByteBuffer::position).toArray();
        long count = super.read(targets, offset, length);
        for (int i = offset; i < offset + length && count > 0; i++) {
            copy(targets[i], starts[i]);
        }
        return count;
    }

    private void copy(ByteBuffer target, int start) {
        if (copying && copy.size() < MOST) {
            ByteBuffer read = target.duplicate().flip().position(start);
            byte[] bytes = new byte[read.remaining()];
            read.get(bytes);
            copy.writeBytes(bytes);
        }
    }

    /** The head of the request whose handler is being called; to be asked once, before its body is read. */
    Bytes takeHead(HttpServerExchange exchange) {
        copying = false;
        byte[] read = copy.toByteArray();
        int end = read.length - beyond(exchange).remaining();
        return Bytes.wrap(Arrays.copyOf(read, end));
    }

    /** The request's last byte was read: what follows is the next head, of which a part may be here already. */
    void beginNextHead(HttpServerExchange exchange) {
        copy.reset();
        ByteBuffer rest = beyond(exchange);
        byte[] bytes = new byte[rest.remaining()];
        rest.get(bytes);
        copy.writeBytes(bytes);
        copying = true;
    }

    private static ByteBuffer beyond(HttpServerExchange exchange) {
        PooledByteBuffer extra = ((HttpServerConnection) exchange.getConnection()).getExtraBytes();
        return extra == null ? ByteBuffer.allocate(0) : extra.getBuffer().duplicate();
    }
}
