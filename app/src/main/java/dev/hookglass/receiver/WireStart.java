package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** Keeps the first bytes of a connection below TLS, to tell what was spoken where TLS did not come about. */
final class WireStart extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();

    WireStart(StreamSourceConduit next) {
        super(next);
    }

    synchronized Bytes bytes() {
        return Bytes.wrap(start.toByteArray());
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int from = target.position();
        int count = super.read(target);
        keep(target, from);
        return count;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int from = targets[offset].position();
        long count = super.read(targets, offset, length);
        keep(targets[offset], from);
        return count;
    }

    private synchronized void keep(ByteBuffer target, int from) {
        int count = Math.min(target.position() - from, Rejection.MOST_FIRST_BYTES - start.size());
        if (count > 0) {
            byte[] bytes = new byte[count];
            target.get(from, bytes);
            start.writeBytes(bytes);
        }
    }
}
