package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A note beside the database of the last event that was stored. After a crash H2 takes a shortened file for a whole one that
 * is older; the note tells that something is missing.
 */
final class HighWater {
    static final String FILE = "events.last";
    private static final Logger LOG = LoggerFactory.getLogger(HighWater.class);

    private final Path file;
    private long noted;

    HighWater(Path folder) {
        file = folder.resolve(FILE);
        noted = read(file);
    }

    /** The id that was noted; 0 where there is no note that can be read. */
    long noted() {
        return noted;
    }

    private static long read(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1).strip() : "";
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
            return 0;
        }
    }

    /** Notes an id if it is higher. A note that cannot be written is left out: the database comes first. */
    void note(long id) {
        if (id > noted) {
            try {
                OwnerOnly.write(file, (id + "\n").getBytes(StandardCharsets.ISO_8859_1));
                noted = id;
            } catch (IOException e) {
                LOG.debug("{} cannot be written", file, e);
            }
        }
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
