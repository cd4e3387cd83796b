package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What one file of the journal holds. A file begins with {@link #MAGIC}, {@link #VERSION} and its number; a record is the lengths of its
 * two parts, the front, the body, and a CRC-32C of all this. Reading changes nothing.
 *
 * @param number rises from one file to the next; 0 for one that was never begun
 * @param places the records that are whole, in their order
 * @param end where the last of them ends; what follows was torn by a crash
 * @param damaged records before the end that are not as they were written
 */
record JournalContents(Form form, long number, List<Place> places, long end, int damaged) {
    /** “HOOKJRNL”. */
    static final long MAGIC = 0x484f4f4b4a524e4cL;
    /** The first had events only, and no number; it was never published. */
    static final int VERSION = 2;
    static final int HEADER = 2 * Long.BYTES + Integer.BYTES;
    static final int FRAME = 3 * Integer.BYTES;

    private static final int CHUNK = 1 << 16;

    /** Whether a file can be read. */
    enum Form {
        KNOWN, NEWER, FOREIGN
    }

    /** Where a record is. One with an id below 1 is a {@link JournalledChange}, any other an event. */
    record Place(Path file, long id, long at, int front, int body) {
        long next() {
            return at + FRAME + front + body;
        }

        boolean isEvent() {
            return id > 0;
        }

        /** Whether it tells no more than how far the database has got. */
        boolean isCommit() {
            return id == JournalledChange.Kind.COMMITTED.code();
        }

        JournalledChange change() throws IOException {
            try (SeekableByteChannel channel = Files.newByteChannel(file);
                    InputStream in = Channels.newInputStream(channel.position(at + 2 * Integer.BYTES))) {
                return JournalledChange.read(in.readNBytes(front));
            }
        }

        JournalledEvent event() throws IOException {
            try (SeekableByteChannel channel = Files.newByteChannel(file);
                    InputStream in = Channels.newInputStream(channel.position(at + 2 * Integer.BYTES))) {
                return JournalledEvent.read(in.readNBytes(front), Bytes.wrap(in.readNBytes(body)));
            }
        }
    }

    private static JournalContents none(Form form) {
        return new JournalContents(form, 0, List.of(), 0, 0);
    }

    /** What stands in the header of a file that was closed in order: all in it is whole, and need not be read. */
    static JournalContents closed(Path file) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size < HEADER) {
            return none(Form.KNOWN);
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            boolean isKnown = in.readLong() == MAGIC && in.readInt() == VERSION;
            return isKnown ? new JournalContents(Form.KNOWN, in.readLong(), List.of(), size, 0) : of(file);
        }
    }

    /** Reads a file through; one that is not there, or was not begun, holds nothing. */
    static JournalContents of(Path file) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size < HEADER) {
            return none(Form.KNOWN);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), CHUNK))) {
            if (in.readLong() != MAGIC) {
                return none(Form.FOREIGN);
            }
            int version = in.readInt();
            if (version != VERSION) {
                return none(version > VERSION ? Form.NEWER : Form.FOREIGN);
            }
            return records(in, in.readLong(), file, size);
        }
    }

    private static JournalContents records(DataInputStream in, long number, Path file, long size) throws IOException {
        List<Place> places = new ArrayList<>();
        int damagedBefore = 0;
        int damaged = 0;
        long end = HEADER;
        long at = HEADER;
        byte[] chunk = new byte[CHUNK];
        while (at + FRAME <= size) {
            int front = in.readInt();
            int body = in.readInt();
            if (front < Long.BYTES || body < 0 || at + FRAME + front + body > size) {
                break;
            }
            byte[] lead = in.readNBytes(front);
            CRC32C sum = begin(front, body);
            sum.update(lead);
            for (int left = body; left > 0; left -= Math.min(left, CHUNK)) {
                int length = in.readNBytes(chunk, 0, Math.min(left, CHUNK));
                sum.update(chunk, 0, length);
            }
            Place place = new Place(file, ByteBuffer.wrap(lead).getLong(), at, front, body);
            at = place.next();
            if (in.readInt() == (int) sum.getValue()) {
                places.add(place);
                end = at;
                damaged = damagedBefore;
            } else {
                damagedBefore++;
            }
        }
        return new JournalContents(Form.KNOWN, number, places, end, damaged);
    }

    /** A checksum that has the lengths of both parts. */
    static CRC32C begin(int front, int body) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(front).putInt(body).flip());
        return sum;
    }
}
