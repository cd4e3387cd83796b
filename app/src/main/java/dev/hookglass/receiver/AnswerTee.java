package dev.hookglass.receiver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Notices when a connection is answered, because Undertow answers what it cannot read without asking anyone. */
final class AnswerTee extends AbstractStreamSinkConduit<StreamSinkConduit> {
    private final HeadWatch watch;

    AnswerTee(StreamSinkConduit next, HeadWatch watch) {
        super(next);
        this.watch = watch;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        watch.answering();
        return super.write(source);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        watch.answering();
        return super.write(sources, offset, length);
    }

    @Override
    public int writeFinal(ByteBuffer source) throws IOException {
        watch.answering();
        return super.writeFinal(source);
    }

    @Override
    public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
        watch.answering();
        return super.writeFinal(sources, offset, length);
    }

    @Override
    public long transferFrom(FileChannel source, long position, long count) throws IOException {
        watch.answering();
        return super.transferFrom(source, position, count);
    }

    @Override
    public long transferFrom(StreamSourceChannel source, long count, ByteBuffer through) throws IOException {
        watch.answering();
        return super.transferFrom(source, count, through);
    }
}
