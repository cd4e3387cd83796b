package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.h2.store.fs.FilePath;

/** One file of the journal, being written: only its owner can read it. Not safe for use by many threads. */
final class JournalFile implements AutoCloseable {
    /** What is written at once; a larger array would be copied whole outside the heap by the channel. */
    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private long end;
    private long written;
    private long number;

    /**
     * Goes on after what a file holds; makes it if it is not there.
     *
     * @param fileSystem {@link Database#DISK}, or another that H2 knows
     */
    JournalFile(Path file, String fileSystem, JournalContents contents) throws IOException {
        if (!Files.exists(file)) {
            OwnerOnly.create(file).close();
        }
        this.file = file;
        channel = FilePath.get(fileSystem + file).open("rw");
        end = contents.end();
        number = contents.number();
        truncate(end);
    }

    Path file() {
        return file;
    }

    /** Bytes that are written and count. */
    long end() {
        return end;
    }

    /** Rises from one file to the next; 0 for one that was never begun. */
    long number() {
        return number;
    }

    /** Appends records, or none of them. */
    void append(Iterable<? extends JournalRecord> records, boolean force) throws IOException {
        written = end;
        buffer.clear();
        try {
            if (end == 0) {
                put(ByteBuffer.allocate(JournalContents.HEADER).putLong(JournalContents.MAGIC)
                        .putInt(JournalContents.VERSION).putLong(number).flip());
            }
            for (JournalRecord each : records) {
                put(each);
            }
            flush();
            if (force) {
                channel.force(end == 0);
            }
            end = written;
        } catch (IOException | Error e) {
            cutTo(end, e);
            throw e;
        }
    }

    private void put(JournalRecord each) throws IOException {
        byte[] front = each.front();
        byte[] body = each.body().array();
        CRC32C sum = JournalContents.begin(front.length, body.length);
        sum.update(front);
        sum.update(body);
        put(ByteBuffer.allocate(2 * Integer.BYTES).putInt(front.length).putInt(body.length).flip());
        put(ByteBuffer.wrap(front));
        put(ByteBuffer.wrap(body));
        put(ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).flip());
    }

    private void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int length = Math.min(buffer.remaining(), bytes.remaining());
            buffer.put(bytes.slice().limit(length));
            bytes.position(bytes.position() + length);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += channel.write(buffer, written);
        }
        buffer.clear();
    }

    /** Takes back what was appended behind an end. What cannot be cut off is written over by what comes next. */
    void cutTo(long former, Throwable reason) {
        end = former;
        try {
            truncate(former);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Finds out whether there is room; what it writes for that is taken back. */
    void tryToWrite() throws IOException {
        written = end;
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
        flush();
        truncate(end);
    }

    /** Leaves nothing in it; it is begun under a number when something is appended. */
    void empty(long begun) throws IOException {
        truncate(0);
        end = 0;
        number = begun;
    }

    private void truncate(long size) throws IOException {
        if (channel.size() > size) {
            channel.truncate(size);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
