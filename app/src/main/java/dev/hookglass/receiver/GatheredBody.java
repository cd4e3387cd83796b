package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** A body as it arrives: in one array where its length is known, else in pieces, which are joined once. */
final class GatheredBody {
    private static final int PIECE = 64 * 1024;

    private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
    private final boolean isLengthKnown;
    private long size;

    /**
     * Makes room.
     *
     * @param length what was announced; -1 if nothing was
     */
    GatheredBody(long length) {
        isLengthKnown = length >= 0;
        if (isLengthKnown) {
            pieces.add(ByteBuffer.allocate(Math.toIntExact(length)));
        }
    }

    void add(ByteBuffer bytes) {
        size += bytes.remaining();
        while (bytes.hasRemaining()) {
            ByteBuffer last = pieces.peekLast();
            if (last == null || !last.hasRemaining()) {
                last = ByteBuffer.allocate(PIECE);
                pieces.addLast(last);
            }
            int count = Math.min(bytes.remaining(), last.remaining());
            last.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
        }
    }

    /** Moves what is here into a file. */
    void drainTo(Spool spool) throws IOException {
        while (!pieces.isEmpty()) {
            spool.write(pieces.removeFirst().flip());
        }
        size = 0;
    }

    long size() {
        return size;
    }

    /** The whole; to be asked once. */
    Bytes take() {
        if (isLengthKnown) {
            return Bytes.wrap(pieces.removeFirst().array());
        }
        ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(size));
        while (!pieces.isEmpty()) {
            whole.put(pieces.removeFirst().flip());
        }
        return Bytes.wrap(whole.array());
    }
}
