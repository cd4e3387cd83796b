package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A note beside the database: the last event that was stored, and what the files looked like when they were closed. After a crash
 * H2 takes a shortened file for a whole one that is older; the note tells that something is missing.
 */
final class HighWater {
    static final String FILE = "events.last";
    private static final Logger LOG = LoggerFactory.getLogger(HighWater.class);
    private static final Pattern NOTE = Pattern.compile("last (\\d{1,18})\\R(?:closed (.*)\\R)?");

    private final Path file;
    private long noted;
    private String closed = "";

    HighWater(Path folder) {
        file = folder.resolve(FILE);
        try {
            Matcher note = NOTE.matcher(Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
            if (note.matches()) {
                noted = Long.parseLong(note.group(1));
                closed = note.group(2) == null ? "" : note.group(2);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
        }
    }

    /** The id that was noted; 0 where there is no note that can be read. */
    long noted() {
        return noted;
    }

    /** Whether a database file and its journal are those that were closed in order, and not touched since. */
    boolean wasClosedAs(Path database) {
        return !closed.isEmpty() && closed.equals(look(database));
    }

    /** Notes an id if it is higher. A note that cannot be written is left out: the database comes first. */
    void note(long id) {
        if (id > noted || !closed.isEmpty()) {
            write(Math.max(id, noted), "");
        }
    }

    /** Notes that a database file was closed in order. */
    void noteClosed(long id, Path database) {
        write(Math.max(id, noted), look(database));
    }

    private void write(long id, String look) {
        try {
            String note = "last " + id + "\n" + (look.isEmpty() ? "" : "closed " + look + "\n");
            OwnerOnly.write(file, note.getBytes(StandardCharsets.ISO_8859_1));
            noted = id;
            closed = look;
        } catch (IOException e) {
            LOG.debug("{} cannot be written", file, e);
        }
    }

    private static String look(Path database) {
        try {
            StringBuilder look = new StringBuilder().append(Files.size(database)).append(" bytes, ")
                    .append(Files.getLastModifiedTime(database).toMillis()).append(" ms, step ")
                    .append(SchemaSteps.COUNT).append(", journal");
            for (String name : Journal.FILES) {
                Path journal = database.resolveSibling(name);
                look.append(' ').append(Files.exists(journal) ? Files.size(journal) : 0);
            }
            return look.toString();
        } catch (IOException e) {
            return "";
        }
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
