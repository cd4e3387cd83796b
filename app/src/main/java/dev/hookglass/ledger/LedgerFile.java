package dev.hookglass.ledger;

import dev.hookglass.folder.OwnerOnly;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A ledger in a file, so that it need not be gathered from the database at each start: thirty bytes of each event are read
 * instead of its row. A cache: whatever its check sum does not vouch for is not used.
 */
public final class LedgerFile {
    /** Begins every file. Another form is not read. */
    private static final long FORM = 0x484b474c_00000001L;
    private static final int HEAD = 3 * Long.BYTES;
    /** More names would not fit into a ledger either. */
    private static final int MOST_NAMES_BYTES = 64 << 20;

    private final long change;
    private final List<String> types;
    private final List<String> methods;
    private final List<Page> pages;

    private LedgerFile(long change, List<String> types, List<String> methods, List<Page> pages) {
        this.change = change;
        this.types = types;
        this.methods = methods;
        this.pages = pages;
    }

    /**
     * What a complete ledger has at the moment, but for events that have gone.
     *
     * @param change tells whether events of before have changed since; see {@link #change()}
     */
    public static LedgerFile of(Ledger ledger, long change) {
        List<Page> pages = new ArrayList<>();
        Page[] filling = {new Page(Page.SIZE)};
        ledger.eachPage(page -> {
            for (int at = 0; at < page.size(); at++) {
                if (!page.gone[at]) {
                    if (filling[0].isFull()) {
                        pages.add(filling[0]);
                        filling[0] = new Page(Page.SIZE);
                    }
                    filling[0].add(page, at);
                }
            }
        });
        if (filling[0].size() > 0) {
            pages.add(filling[0]);
        }
        return new LedgerFile(change, List.copyOf(ledger.typeNames()), List.copyOf(ledger.methodNames()), pages);
    }

    /** The number that was noted of what had changed by then. */
    public long change() {
        return change;
    }

    /** The newest event; 0 where there is none. */
    public long lastId() {
        return pages.isEmpty() ? 0 : pages.getLast().last();
    }

    /** When the newest event was received, in microseconds since 1970: tells it from another with its id. */
    public long lastMicros() {
        return pages.isEmpty() ? 0 : pages.getLast().micros[pages.getLast().size() - 1];
    }

    List<String> types() {
        return types;
    }

    List<String> methods() {
        return methods;
    }

    List<Page> pages() {
        return pages;
    }

    /** Writes it; a crash leaves the file of before, or none. */
    public void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        OwnerOnly.restrict(fresh);
        CRC32C sum = new CRC32C();
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            byte[] names = names();
            write(channel, sum, ByteBuffer.allocate(HEAD).putLong(FORM).putLong(change).putInt(names.length)
                    .putInt(pages.size()).flip());
            write(channel, sum, ByteBuffer.wrap(names));
            ByteBuffer buffer = ByteBuffer.allocate(Page.MOST_BYTES);
            for (Page page : pages) {
                page.write(buffer.clear());
                write(channel, sum, buffer.flip());
            }
            write(channel, new CRC32C(), ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).flip());
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(FileChannel channel, CRC32C sum, ByteBuffer bytes) throws IOException {
        sum.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private byte[] names() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (List<String> names : List.of(types, methods)) {
            out.writeInt(names.size());
            for (String name : names) {
                out.writeUTF(name);
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is missing, damaged, or of another form
     */
    public static LedgerFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CRC32C sum = new CRC32C();
            ByteBuffer head = read(channel, sum, HEAD);
            if (head.getLong() != FORM) {
                throw new IOException("The ledger is of another form");
            }
            long change = head.getLong();
            int namesBytes = head.getInt();
            int count = head.getInt();
            if (namesBytes < 0 || namesBytes > MOST_NAMES_BYTES || count < 0
                    || count > channel.size() / Page.bytes(1)) {
                throw new IOException("The ledger is damaged");
            }
            DataInputStream names = new DataInputStream(
                    new ByteArrayInputStream(read(channel, sum, namesBytes).array()));
            List<String> types = names(names);
            List<String> methods = names(names);
            List<Page> pages = new ArrayList<>(count);
            for (int number = 0; number < count; number++) {
                int size = read(channel, sum, Integer.BYTES).getInt();
                if (size <= 0 || size > Page.SIZE) {
                    throw new IOException("The ledger is damaged");
                }
                pages.add(Page.read(read(channel, sum, Page.bytes(size) - Integer.BYTES), size));
            }
            if (read(channel, new CRC32C(), Long.BYTES).getLong() != sum.getValue()) {
                throw new IOException("The ledger is damaged");
            }
            return new LedgerFile(change, types, methods, pages);
        }
    }

    private static ByteBuffer read(FileChannel channel, CRC32C sum, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IOException("The ledger is not whole");
            }
        }
        sum.update(bytes.flip().duplicate());
        return bytes;
    }

    private static List<String> names(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }
}
