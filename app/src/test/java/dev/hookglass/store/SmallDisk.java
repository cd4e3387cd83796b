package dev.hookglass.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.disk.FilePathDisk;
import org.jspecify.annotations.Nullable;

/**
 * The real disk as H2 sees it, but full after so many bytes, counting how often it is asked to keep what was written, and able
 * to fail once by an Error.
 */
public final class SmallDisk extends FilePathWrapper {
    static final String NAME = "smalldisk:";
    public static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);
    static final AtomicLong FORCED = new AtomicLong();
    /** Thrown by the write after so many, once. */
    static final AtomicReference<@Nullable Error> FAULT = new AtomicReference<>();
    static final AtomicInteger WRITES_BEFORE = new AtomicInteger();

    private final String scheme;

    private SmallDisk(String scheme) {
        this.scheme = scheme;
    }

    /** For H2, which makes one for each path. */
    public SmallDisk() {
        this("smalldisk");
    }

    /** Makes it known to H2, with room for everything. */
    static void insert() {
        insert(new SmallDisk());
    }

    /** Puts it in the place of the usual disk, until {@link #remove}. */
    public static void insertForAll() {
        insert(new SmallDisk("file"));
    }

    private static void insert(SmallDisk disk) {
        FilePath.register(disk);
        FORCED.set(0);
        heal();
    }

    /** Has room for everything, and does not fail. */
    static void heal() {
        ROOM.set(Long.MAX_VALUE);
        FAULT.set(null);
    }

    public static void remove() {
        FilePath.register(new FilePathDisk());
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel base;

        Channel(FileChannel base) {
            this.base = base;
        }

        private static void take(ByteBuffer bytes) throws IOException {
            Error fault = WRITES_BEFORE.getAndDecrement() > 0 ? null : FAULT.getAndSet(null);
            if (fault != null) {
                throw fault;
            }
            if (ROOM.addAndGet(-bytes.remaining()) < 0) {
                ROOM.addAndGet(bytes.remaining());
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            take(bytes);
            return base.write(bytes);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            take(bytes);
            return base.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return base.read(bytes);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return base.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            base.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            FORCED.incrementAndGet();
            base.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
