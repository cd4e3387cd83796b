package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What H2 does not look at before it opens a file, and would then begin or continue an older history over. */
final class WholeFile {
    private static final int BLOCK = 4_096;
    /** The header of a file that was closed in order (H2's “MVStore” documentation, file format), in its first two blocks. */
    private static final Pattern CLOSED = Pattern.compile("H:2,block:([0-9a-f]{1,12}),[^\\n]*,clean:1,");

    private WholeFile() {}

    /**
     * Refuses a file of no length, which H2 takes for a new database, one that ends before its newest part, and one that was
     * there and is not.
     */
    static void require(Path folder, Path file) throws Problem {
        try {
            if (!Files.exists(file)) {
                requireNew(folder, file);
                return;
            }
            if (!Files.isReadable(file) || !Files.isWritable(file)) {
                throw new Problem("The event database " + file + " cannot be written; change its permissions.");
            }
            long size = Files.size(file);
            if (size < 2 * BLOCK || size <= newestPart(file)) {
                throw UnreadableStore.damaged(file, null);
            }
        } catch (IOException e) {
            throw new Problem("The event database " + file + " cannot be read; check its permissions.", e);
        }
    }

    private static void requireNew(Path folder, Path file) throws UnreadableStore {
        long noted = new HighWater(folder).noted();
        if (noted > 0) {
            throw UnreadableStore.missing(file, noted);
        }
    }

    /** Where the newest part begins; 0 where the file does not say, as after a crash. */
    private static long newestPart(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Matcher header = CLOSED.matcher(new String(in.readNBytes(2 * BLOCK), StandardCharsets.ISO_8859_1));
            return header.find() ? Long.parseLong(header.group(1), 16) * BLOCK : 0;
        }
    }
}
