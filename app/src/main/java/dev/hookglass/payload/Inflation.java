package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes one compression, within limits that a hostile body cannot move. */
final class Inflation {
    /** The most that comes out, in bytes. */
    static final int MOST_BYTES = 16 << 20;
    /** From this size on, what comes out may be at most {@link #MOST_RATIO} times what goes in. */
    private static final int RATIO_COUNTS_FROM = 1 << 20;
    private static final int MOST_RATIO = 200;
    private static final int CHUNK = 64 << 10;

    private Inflation() {}

    /** It was not undone, for a reason that a person can be told. */
    static final class Declined extends Exception {
        private static final long serialVersionUID = 1L;

        private Declined(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** @param encoding the name of a content coding in lower case */
    static Bytes inflate(Bytes compressed, String encoding) throws Declined {
        try {
            return switch (encoding) {
                case "gzip", "x-gzip" -> read(new GZIPInputStream(compressed.stream(), CHUNK), compressed.size());
                case "deflate" -> deflate(compressed);
                case "br" -> read(new BrotliInputStream(compressed.stream(), CHUNK), compressed.size());
                case "zstd" -> read(new ZstdInputStream(compressed.stream()), compressed.size());
                case "compress", "x-compress" -> throw new Declined("Not decoded: " + encoding + ".");
                default -> throw new Declined(
                        "Not decoded: the content encoding “" + encoding + "” is not known here.");
            };
        } catch (EOFException e) {
            throw new Declined("Not decoded: the " + encoding + " data end too early.");
        } catch (IOException | RuntimeException e) {
            // The zstd library meets what is malformed with unchecked exceptions of many classes.
            throw new Declined("Not decoded: the body is not " + encoding
                    + ", though its Content-Encoding says so, or not all of it is there.");
        }
    }

    /** RFC 9110 means zlib by it; some senders leave zlib's two bytes and checksum out. */
    private static Bytes deflate(Bytes compressed) throws IOException, Declined {
        byte[] array = compressed.array();
        boolean zlib = array.length > 1 && (array[0] & 0x0F) == 8
                && ((array[0] & 0xFF) << 8 | array[1] & 0xFF) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try (InputStream in = new InflaterInputStream(compressed.stream(), inflater, CHUNK)) {
            return read(in, compressed.size());
        } finally {
            inflater.end();
        }
    }

    private static Bytes read(InputStream source, int compressedSize) throws IOException, Declined {
        try (InputStream in = source) {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(4L * compressedSize, 1 << 20));
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                out.write(chunk, 0, count);
                refuseBomb(out.size(), compressedSize);
            }
            return Bytes.wrap(out.toByteArray());
        }
    }

    private static void refuseBomb(int size, int compressedSize) throws Declined {
        if (size > MOST_BYTES) {
            throw new Declined("Not decoded: more than 16 MiB would come out.");
        }
        if (size > RATIO_COUNTS_FROM && size / MOST_RATIO > compressedSize) {
            throw new Declined(
                    "Not decoded: more than " + MOST_RATIO
                            + " times its size would come out, as in a compression bomb.");
        }
    }
}
