package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Form;
import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events that were stored last, written one after the other before anybody is told that they are stored. H2 may lose its
 * last commits to a kill, even those that it had handed to the operating system: where the chunk that comes next is torn,
 * nothing leads to the ones before it. They are then taken from here.
 *
 * <p>Two files take turns. The older is written over only when the newer is full and the database was forced to disk since;
 * so at least a file's worth of events is in both places. An orderly close leaves nothing in them.
 */
final class Journal implements AutoCloseable {
    static final List<String> FILES = List.of("events-a.journal", "events-b.journal");
    /** Bytes and groups that are kept at least; the groups are for bodies so large that a few fill a file. */
    static final long FULL = 64L << 20;
    private static final int LEAST_GROUPS = 8;
    private static final long MOST = 512L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Path folder;
    private final long full;
    private JournalFile newer;
    private JournalFile older;
    private long formerEnd;
    private long forced;

    private Journal(Path folder, long full, JournalFile newer, JournalFile older) {
        this.folder = folder;
        this.full = full;
        this.newer = newer;
        this.older = older;
        this.formerEnd = newer.end();
    }

    /**
     * Opens the journal of a folder for writing behind what it holds. Only who has the database open may do that.
     *
     * @param fileSystem {@link Database#DISK}, or another that H2 knows
     * @param full bytes after which a file is full
     */
    static Journal open(Path folder, String fileSystem, long full) throws IOException {
        List<JournalFile> files = new ArrayList<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            JournalContents contents = JournalContents.of(file);
            if (contents.form() != Form.KNOWN) {
                Path aside = JournalAside.set(file, "events-unreadable");
                LOG.warn("The journal {} is not one of Hookglass; it is kept as {}", file, aside);
                contents = JournalContents.of(file);
            }
            files.add(new JournalFile(file, fileSystem, contents));
        }
        files.sort(Comparator.comparingLong(JournalFile::lastId).reversed());
        return new Journal(folder, full, files.getFirst(), files.getLast());
    }

    /**
     * The events that a folder's journal holds, in the order of their ids. Changes nothing.
     *
     * @throws UnreadableStore if it was written by a newer Hookglass
     */
    static List<Place> read(Path folder) throws Problem {
        try {
            List<JournalContents> files = new ArrayList<>();
            for (String name : FILES) {
                JournalContents contents = JournalContents.of(folder.resolve(name));
                if (contents.form() == Form.NEWER) {
                    throw UnreadableStore.newer();
                }
                if (contents.damaged() > 0) {
                    LOG.warn("{} events in the journal {} are damaged", contents.damaged(), folder.resolve(name));
                }
                files.add(contents);
            }
            files.sort(Comparator.comparingLong(JournalContents::firstId));
            return inOrder(files);
        } catch (IOException e) {
            throw new Problem("The journal of the events in " + folder + " cannot be read (" + e.getMessage()
                    + "); check its permissions.", e);
        }
    }

    /** Where an id was written twice, the first was taken back, and all that came after it. */
    private static List<Place> inOrder(List<JournalContents> files) {
        List<Place> places = new ArrayList<>();
        for (JournalContents contents : files) {
            for (Place place : contents.places()) {
                while (!places.isEmpty() && places.getLast().id() >= place.id()) {
                    places.removeLast();
                }
                places.add(place);
            }
        }
        return places;
    }

    /** What is in it now, but for a group that may yet be taken back. */
    synchronized List<Place> read() throws Problem {
        return read(folder).stream()
                .filter(place -> !place.file().equals(newer.file()) || place.at() < formerEnd)
                .toList();
    }

    /**
     * Appends a group, or nothing of it.
     *
     * @param force whether to wait until the disk has it, and not only the operating system
     */
    synchronized void append(List<JournalledEvent> group, boolean force) throws IOException {
        boolean isFull = newer.end() >= full && newer.groups() >= LEAST_GROUPS || newer.end() >= MOST;
        if (isFull && older.lastId() <= forced) {
            older.empty();
            JournalFile next = older;
            older = newer;
            newer = next;
        }
        formerEnd = newer.end();
        newer.append(group, force);
    }

    /** Takes back the group that was appended last, since it could not be committed. */
    synchronized void takeBack(Exception reason) {
        newer.cutTo(formerEnd, reason);
    }

    /** Says that what was appended last stays. */
    synchronized void keep() {
        formerEnd = newer.end();
    }

    /** Says that the disk has the database with all events up to this one. */
    synchronized void databaseForced(long id) {
        forced = id;
    }

    /** Finds out whether it can be written. */
    synchronized void tryToWrite() throws IOException {
        newer.tryToWrite();
    }

    /** Leaves nothing in it, since the database was closed in order. */
    synchronized void empty() throws IOException {
        older.empty();
        newer.empty();
        formerEnd = 0;
    }

    @Override
    public synchronized void close() throws IOException {
        newer.close();
        older.close();
    }

    /** Whether a folder's journal holds anything. */
    static boolean isIn(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }
}
