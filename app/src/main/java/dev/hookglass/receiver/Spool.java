package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.folder.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A large body on its way in: in a file that is its owner's only, with its hash taken as it comes. One thread at a time. */
final class Spool implements AutoCloseable {
    /** What is left free for the events that are stored already or small: a database that meets a full disk shuts down. */
    private static final long RESERVE = 128L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path file;
    private final FileStore disk;
    private final FileChannel channel;
    private final MessageDigest hash = sha256();
    private long size;

    private Spool(Path file) throws IOException {
        this.file = file;
        this.disk = Files.getFileStore(file);
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Makes a file in the folder, and the folder if need be. */
    static Spool in(Path folder) throws IOException {
        OwnerOnly.makeFolder(folder);
        // Java makes temporary files readable by their owner only.
        return new Spool(Files.createTempFile(folder, "body", ".part"));
    }

    /** Deletes what a crash left. */
    static void clear(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "body*.part")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // Nothing was ever spooled.
        } catch (IOException e) {
            LOG.warn("Unfinished bodies in {} cannot be deleted", folder, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void write(ByteBuffer bytes) throws IOException {
        if (disk.getUsableSpace() < RESERVE + bytes.remaining()) {
            throw new IOException("the disk is nearly full");
        }
        hash.update(bytes.duplicate());
        size += bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    long size() {
        return size;
    }

    /** The whole; to be asked once, when all is written. */
    Bytes read() throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(size));
        while (whole.position() < size) {
            // In pieces, since Java reads through a buffer outside the heap that is as large as what is asked for.
            whole.limit(Math.toIntExact(Math.min(size, whole.position() + (long) IncomingBody.PIECE)));
            if (channel.read(whole, whole.position()) < 0) {
                throw new IOException("the file " + file + " was cut off");
            }
        }
        return Bytes.wrap(whole.array(), HexFormat.of().formatHex(hash.digest()));
    }

    /** Deletes the file. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", file, e);
        }
    }
}
