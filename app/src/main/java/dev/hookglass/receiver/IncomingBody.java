package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives: in memory while it is small, else in a file, so that a large one that comes slowly holds a piece of
 * it only. Bytes are added on the exchange's I/O thread and written on a worker's, in turns.
 */
final class IncomingBody {
    /** Larger ones go to a file. */
    static final int MOST_IN_MEMORY = 1 << 20;
    /** How much of a large one is gathered before it is written. */
    static final int PIECE = 256 << 10;

    private final Path folder;
    private GatheredBody gathered;
    private boolean large;
    private long size;
    private @Nullable Spool spool;

    /** @param announced its length; -1 if it is not known */
    IncomingBody(Path folder, long announced) {
        this.folder = folder;
        this.large = announced > MOST_IN_MEMORY;
        this.gathered = new GatheredBody(large ? -1 : announced);
    }

    long size() {
        return size;
    }

    /** Whether it goes to a file. */
    boolean isLarge() {
        return large;
    }

    void add(ByteBuffer bytes) {
        size += bytes.remaining();
        large |= size > MOST_IN_MEMORY;
        gathered.add(bytes);
    }

    /** Whether enough has gathered to be written. */
    boolean isDue() {
        return large && gathered.size() >= PIECE;
    }

    /** Moves what has gathered into the file. Waits for the disk. */
    void write() throws IOException {
        if (spool == null) {
            spool = Spool.in(folder);
        }
        gathered.drainTo(spool);
    }

    /** The whole of a small one; to be asked once. */
    Bytes take() {
        return gathered.take();
    }

    /** The whole of a large one; to be asked once, when all is written. Waits for the disk. */
    Bytes load() throws IOException {
        if (spool == null) {
            throw new IOException("nothing was written");
        }
        return spool.read();
    }

    /** Forgets it. */
    void discard() {
        gathered = new GatheredBody(0);
        if (spool != null) {
            spool.close();
            spool = null;
        }
    }
}
