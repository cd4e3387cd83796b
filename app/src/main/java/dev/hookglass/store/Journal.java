package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Form;
import dev.hookglass.store.JournalContents.Place;
import dev.hookglass.store.JournalledChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events that were stored last, written one after the other before anybody is told that they are stored; {@link Applying}
 * brings them into the database behind that. What the database lacks after a kill is taken from here: what it had not yet
 * been given, and its last commits, which H2 may lose even when it had handed them to the operating system: where the chunk
 * that comes next is torn, nothing leads to the ones before it.
 *
 * <p>Two files take turns. The older is written over only when the newer is full, and the database has all of the older and
 * was forced to disk since; so what the database took last is in both places, at least {@link #LEAST_COMMITS} commits of it.
 * An orderly close leaves them as they are: a file that was closed in order, opened, and killed soon after was once seen to
 * come back as it had been long before the close.
 *
 * <p>Why that is enough. A kill takes nothing from the operating system, so both hold every byte that was written before.
 * An event is acknowledged after the journal's bytes were handed over: its record is whole then, and all before it. What a
 * torn write leaves comes behind it, and is known by its checksum. The database may come back as any of the last versions it
 * wrote, since {@code WRITE_DELAY=0} has each commit write one and {@link Changes} keeps others out of it. Here is noted which
 * version that was, so that {@link CommittedVersion} can bring H2 to the last one that is whole. {@link Playback} does not trust
 * that version further than it looks: it asks for each event of the journal. A database that lacks more than the journal has
 * is refused by {@link FirstLook}, since {@link HighWater} tells. Deletions and pins are here for the same reason: they are
 * never undone by a kill.
 */
final class Journal implements AutoCloseable {
    static final List<String> FILES = List.of("events-a.journal", "events-b.journal");
    /** Bytes and commits of the database that are kept at least; the commits are for bodies so large that a few fill a file. */
    static final long FULL = 64L << 20;
    private static final int LEAST_COMMITS = 8;
    private static final long MOST = 512L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Path folder;
    private final long full;
    private JournalFile newer;
    private JournalFile older;
    private long formerEnd;
    private long number;
    /** Of the database, since the newer file was begun or opened. */
    private int commits;
    /** H2's number of what the database held after the last of its commits; 0 where there was none yet. */
    private long version;
    /** How often was appended and kept; what was there when it was opened counts for one. */
    private long kept = 1;
    /** How much of that the disk has in the database. */
    private long forced;
    /** How often had been appended when the older file was the newer one for the last time. */
    private long keptInOlder = 1;

    private Journal(Path folder, long full, JournalFile newer, JournalFile older) {
        this.folder = folder;
        this.full = full;
        this.newer = newer;
        this.older = older;
        this.formerEnd = newer.end();
        this.number = newer.number();
    }

    /**
     * Opens the journal of a folder for writing behind what it holds. Only who has the database open may do that.
     *
     * @param fileSystem {@link Database#DISK}, or another that H2 knows
     * @param full bytes after which a file is full
     * @param wasClosed whether nothing has touched it since it was closed in order
     */
    static Journal open(Path folder, String fileSystem, long full, boolean wasClosed) throws IOException {
        List<JournalFile> files = new ArrayList<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            JournalContents contents = wasClosed ? JournalContents.closed(file) : JournalContents.of(file);
            if (contents.form() != Form.KNOWN) {
                Path aside = JournalAside.set(file, "events-unreadable");
                LOG.warn("The journal {} is not one of Hookglass; it is kept as {}", file, aside);
                contents = JournalContents.of(file);
            }
            files.add(new JournalFile(file, fileSystem, contents));
        }
        files.sort(Comparator.comparingLong(JournalFile::number).reversed());
        return new Journal(folder, full, files.getFirst(), files.getLast());
    }

    /**
     * What a folder's journal holds, in the order in which it was written. Changes nothing.
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
                    LOG.warn("{} records in the journal {} are damaged", contents.damaged(), folder.resolve(name));
                }
                files.add(contents);
            }
            files.sort(Comparator.comparingLong(JournalContents::number));
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
                if (place.isEvent()) {
                    places.subList(before(place.id(), places), places.size()).clear();
                }
                places.add(place);
            }
        }
        return places;
    }

    /** Where the first event with an id or a later one is; the end, if there is none. */
    private static int before(long id, List<Place> places) {
        int first = places.size();
        for (int i = first - 1; i >= 0 && (!places.get(i).isEvent() || places.get(i).id() >= id); i--) {
            first = places.get(i).isEvent() ? i : first;
        }
        return first;
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
    synchronized void append(List<? extends JournalRecord> group, boolean force) throws IOException {
        boolean isFull = newer.end() >= full && commits >= LEAST_COMMITS || newer.end() >= MOST;
        if (isFull && keptInOlder <= forced) {
            older.empty(0);
            JournalFile next = older;
            older = newer;
            newer = next;
            keptInOlder = kept;
            commits = 0;
        }
        if (newer.end() == 0) {
            newer.empty(++number);
        }
        formerEnd = newer.end();
        newer.append(group, force);
    }

    /** Appends a group that stays, or nothing of it. */
    synchronized void store(List<? extends JournalRecord> group, boolean force) throws IOException {
        append(group, force);
        keep();
    }

    /**
     * Says that the database made a commit.
     *
     * @param now H2's number of what the file holds
     */
    synchronized void committed(long now) {
        if (now == version) {
            // Nothing was changed.
            return;
        }
        commits++;
        version = now;
        try {
            newer.append(List.of(JournalledChange.of(Kind.COMMITTED, List.of(now))), false);
            formerEnd = newer.end();
        } catch (IOException e) {
            LOG.debug("A commit is not noted in the journal", e);
        }
    }

    /** H2's number of what the database held after the last commit; 0 where none was made since it was opened. */
    synchronized long version() {
        return version;
    }

    /** The same number as some records have it; 0 where they do not tell. */
    static long version(List<Place> journal) throws IOException {
        for (Place place : journal.reversed()) {
            if (place.isCommit()) {
                return place.change().ids().getFirst();
            }
        }
        return 0;
    }

    /** Takes back the group that was appended last, since it could not be committed. */
    synchronized void takeBack(Throwable reason) {
        newer.cutTo(formerEnd, reason);
    }

    /** Says that what was appended last stays. */
    synchronized void keep() {
        if (formerEnd != newer.end()) {
            kept++;
        }
        formerEnd = newer.end();
    }

    /** How much stays, as a number that rises: to be asked before the database is forced to disk. */
    synchronized long kept() {
        return kept;
    }

    /** Says that the disk has the database with all that stayed when that number was told; the database had taken it before. */
    synchronized void databaseForced(long stayed) {
        forced = stayed;
    }

    /** Whether the disk has all in the database. */
    synchronized boolean isForced() {
        return forced == kept;
    }

    /** Finds out whether it can be written. */
    synchronized void tryToWrite() throws IOException {
        newer.tryToWrite();
    }

    /** Leaves nothing in it, before another database takes the place of this one, which was closed in order. */
    synchronized void empty() throws IOException {
        older.empty(0);
        newer.empty(0);
        formerEnd = 0;
        keptInOlder = 0;
        version = 0;
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
