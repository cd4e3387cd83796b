package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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

    private static final int SCRATCH = 16 * 1024;
    private static final int MOST_AT_ONCE = 64;

    private final HeadWatch watch;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(1024);
    private Mode mode = Mode.HEAD;
    private @Nullable ChunkedSyntax chunks;

    /** What the bytes that are read belong to. */
    private enum Mode {
        HEAD, BODY, NOTHING
    }

    HeadTee(StreamSourceConduit next, HeadWatch watch) {
        super(next);
        this.watch = watch;
    }

    /** The tee of an exchange's connection. */
    static HeadTee of(HttpServerExchange exchange) {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        return (HeadTee) connection.getOriginalSourceConduit();
    }

    HeadWatch watch() {
        return watch;
    }

    /** What was read of the head that is under way. */
    byte[] copied() {
        return copy.toByteArray();
    }

    boolean isEmpty() {
        return copy.size() == 0;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (mode == Mode.NOTHING) {
            return discard();
        }
        int start = target.position();
        return (int) note(readOrEnd(() -> super.read(target)), target, start);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        int[] starts = Arrays.stream(targets).mapToInt(ByteBuffer::position).toArray();
        long count = readOrEnd(() -> super.read(targets, offset, length));
        long kept = Math.min(count, 0);
        for (int i = offset; i < offset + length && count > 0; i++) {
            kept += note(targets[i].position() - starts[i], targets[i], starts[i]);
        }
        return kept;
    }

    /** Gives 0 as long as there may be more to throw away, -1 at the end. */
    private int discard() throws IOException {
        ByteBuffer scratch = ByteBuffer.allocate(SCRATCH);
        long count = 1;
        for (int i = 0; i < MOST_AT_ONCE && count > 0; i++) {
            count = readOrEnd(() -> super.read(scratch.clear()));
        }
        return count < 0 ? -1 : 0;
    }

    private interface Reading {
        long read() throws IOException;
    }

    private long readOrEnd(Reading reading) throws IOException {
        try {
            long count = reading.read();
            if (count < 0) {
                watch.peerEnded();
            }
            return count;
        } catch (IOException e) {
            watch.failed(e);
            throw e;
        }
    }

    /** Looks at what was just read; what nobody may see is taken back, as if it had not come yet. */
    private long note(long count, ByteBuffer target, int start) {
        if (count <= 0) {
            return count;
        }
        ByteBuffer read = target.duplicate().flip().position(start);
        if (mode == Mode.HEAD) {
            copy(read);
        } else if (mode == Mode.NOTHING || isBroken(read)) {
            target.position(start);
            return 0;
        }
        return count;
    }

    private boolean isBroken(ByteBuffer read) {
        if (chunks == null || chunks.take(read)) {
            return false;
        }
        mode = Mode.NOTHING;
        return true;
    }

    private void copy(ByteBuffer read) {
        if (isEmpty()) {
            watch.headBegins();
        }
        byte[] bytes = new byte[Math.min(read.remaining(), MOST - copy.size())];
        read.get(bytes);
        copy.writeBytes(bytes);
    }

    /** The head of the request whose handler is being called; to be asked once, before its body is read. */
    Bytes takeHead(HttpServerExchange exchange) {
        mode = Mode.BODY;
        chunks = null;
        byte[] read = copy.toByteArray();
        copy.reset();
        int end = read.length - beyond(exchange).remaining();
        return Bytes.wrap(Arrays.copyOf(read, end));
    }

    /** From here on the body's chunks are watched, of which a part may be here already. */
    ChunkedSyntax watchChunks(HttpServerExchange exchange) {
        ChunkedSyntax watched = new ChunkedSyntax();
        chunks = watched;
        isBroken(beyond(exchange));
        return watched;
    }

    /** The request's last byte was read: what follows is the next head, of which a part may be here already. */
    void beginNextHead(HttpServerExchange exchange) {
        copy.reset();
        mode = Mode.HEAD;
        if (exchange.isPersistent()) {
            ByteBuffer rest = beyond(exchange);
            byte[] bytes = new byte[rest.remaining()];
            rest.get(bytes);
            copy.writeBytes(bytes);
        }
    }

    /** The connection is to end: what still comes is read and thrown away, so that the sender gets to read the answer. */
    void discardTheRest() {
        copy.reset();
        mode = Mode.NOTHING;
    }

    /** What looking for more of a connection can find. */
    enum Ahead {
        NOTHING, MORE, END
    }

    /**
     * Looks whether the sender has sent more, or ended the connection, while its request waits for the answer. What is found
     * is kept for the parser; after that there is no looking until the answer.
     */
    Ahead lookAhead(HttpServerExchange exchange) throws IOException {
        if (mode == Mode.NOTHING) {
            return discard() < 0 ? Ahead.END : Ahead.NOTHING;
        }
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        if (connection.getExtraBytes() != null) {
            return Ahead.MORE;
        }
        PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
        int count = 0;
        try {
            count = (int) readOrEnd(() -> super.read(pooled.getBuffer()));
        } finally {
            if (count <= 0) {
                pooled.close();
            }
        }
        if (count <= 0) {
            return count < 0 ? Ahead.END : Ahead.NOTHING;
        }
        pooled.getBuffer().flip();
        byte[] bytes = new byte[count];
        pooled.getBuffer().duplicate().get(bytes);
        copy.writeBytes(bytes);
        connection.ungetRequestBytes(pooled);
        return Ahead.MORE;
    }

    private static ByteBuffer beyond(HttpServerExchange exchange) {
        PooledByteBuffer extra = ((HttpServerConnection) exchange.getConnection()).getExtraBytes();
        return extra == null ? ByteBuffer.allocate(0) : extra.getBuffer().duplicate();
    }
}
