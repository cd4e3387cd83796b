package dev.hookglass.signature.diagnosis;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes gzip (RFC 1952) and zlib (RFC 1950), within limits. */
final class Compression {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_RATIO = 200;
    private static final int HEADER = 10;
    /** Flags of a gzip header: a checksum, extra data, a name, a comment. Nobody compresses bodies with them. */
    private static final int FLAGS = 0x1E;

    private Compression() {}

    static Optional<byte[]> undone(byte[] body) {
        boolean gzip = body.length > HEADER && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B
                && (body[3] & FLAGS) == 0;
        boolean zlib = body.length > 2 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        return gzip ? inflated(body, HEADER, true) : zlib ? inflated(body, 0, false) : Optional.empty();
    }

    private static Optional<byte[]> inflated(byte[] body, int start, boolean raw) {
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(body, start, body.length - start);
            ByteText out = new ByteText(4 * body.length);
            byte[] chunk = new byte[64 << 10];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                out.add(chunk, 0, count);
                if (count == 0 || out.length() > MOST_BYTES
                        || out.length() > 1 << 20 && out.length() / MOST_RATIO > body.length) {
                    return Optional.empty();
                }
            }
            return Optional.of(out.toArray());
        } catch (DataFormatException notCompressed) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
