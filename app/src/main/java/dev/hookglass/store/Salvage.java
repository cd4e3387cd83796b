package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The ways on from a database that cannot be taken as it is, in a folder that nobody has open. Nothing is ever deleted. */
public final class Salvage {
    /** The folder in the data folder for backups. */
    public static final String BACKUPS = "backups";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());
    private final Path folder;
    private final Path file;
    private final InstantSource clock;

    /** @param folder a data folder whose lock the caller holds */
    public Salvage(Path folder, InstantSource clock) {
        this.folder = folder;
        this.file = folder.resolve(Database.FILE);
        this.clock = clock;
    }

    /**
     * A backup that can be restored.
     *
     * @param file the ZIP file
     * @param at when it was written
     */
    public record Backup(Path file, Instant at) {}

    /** The name for a backup that is made now. */
    public static Path newBackup(Path folder, InstantSource clock) {
        return folder.resolve(BACKUPS).resolve("hookglass-" + TIME.format(clock.instant()) + ".zip");
    }

    /** The newest file in the folder for backups. */
    public static Optional<Backup> newestBackup(Path folder) {
        Path backups = folder.resolve(BACKUPS);
        if (!Files.isDirectory(backups)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(each -> each.toString().endsWith(".zip"))
                    .map(each -> new Backup(each, modified(each)))
                    .max(Comparator.comparing(Backup::at));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * Sets the database aside under another name beside it, so that the next opening begins a new one.
     *
     * @return where it is now; empty if there was none
     */
    public Optional<Path> setAside() throws Problem {
        return setAside("events-damaged-");
    }

    private Optional<Path> setAside(String prefix) throws Problem {
        try {
            HighWater.forget(folder);
            Path aside = free(prefix);
            // First, or a crash between the two would let it be played into another database.
            JournalAside.setAll(folder, aside.getFileName().toString().replace(".mv.db", ""));
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Files.move(file, aside);
            return Optional.of(aside);
        } catch (IOException e) {
            throw new Problem("The event database " + file + " could not be set aside (" + e.getMessage()
                    + "); it was left as it is.", e);
        }
    }

    /** Takes the file as it is, with less in it than was stored, if it can be opened at all. */
    public void takeAsItIs() throws Problem {
        try {
            HighWater.forget(folder);
        } catch (IOException e) {
            throw new Problem(
                    "The note of the last event in " + folder + " could not be removed (" + e.getMessage() + ").",
                    e);
        }
    }

    /**
     * Puts the database of a backup in the place of the present one, which is set aside. The sources stay as they are.
     *
     * @return where the present one is now; empty if there was none
     * @throws Problem if the backup cannot be read; the present one stays in its place then
     */
    public Optional<Path> restore(Path backup) throws Problem {
        return restore(backup, () -> {});
    }

    /** What is done to the present database's journal. */
    interface Ending {
        void run() throws IOException;
    }

    /**
     * The same for a database whose journal is open.
     *
     * @param ending is done once the backup is found to be whole
     */
    Optional<Path> restore(Path backup, Ending ending) throws Problem {
        Path workshop = folder.resolve("restoring");
        Path fresh = workshop.resolve(Database.FILE);
        try {
            clear(workshop);
            Files.createDirectories(workshop);
            extract(backup, fresh);
            // Opening it once tells whether it is whole, and brings it to the newest form.
            Opening.of(workshop, Database.DISK, Journal.FULL).close();
            ending.run();
            Optional<Path> aside = setAside("events-before-restore-");
            Files.move(fresh, file);
            return aside;
        } catch (IOException | SQLException e) {
            throw new Problem("The backup " + backup + " could not be restored (" + Database.firstLine(e)
                    + "); the present events were left as they are.", e);
        } catch (UnreadableStore e) {
            throw new Problem("The backup " + backup + " is damaged; the present events were left as they are.", e);
        } finally {
            clear(workshop);
        }
    }

    private static void extract(Path backup, Path target) throws IOException, Problem {
        Files.createFile(target);
        OwnerOnly.restrict(target);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    copy(zip, target);
                    return;
                }
            }
        }
        throw new Problem(
                "The file " + backup + " is not a backup of Hookglass; the present events were left as they are.");
    }

    private static void copy(InputStream in, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    private static void clear(Path workshop) {
        List<String> names = new ArrayList<>(Journal.FILES);
        names.addAll(List.of(Database.FILE, HighWater.FILE, ""));
        for (String name : names) {
            try {
                Files.deleteIfExists(workshop.resolve(name));
            } catch (IOException leftForTheNextTime) {
                return;
            }
        }
    }

    private Path free(String prefix) {
        String name = prefix + TIME.format(clock.instant());
        Path aside = folder.resolve(name + ".mv.db");
        for (int number = 2; Files.exists(aside); number++) {
            aside = folder.resolve(name + "-" + number + ".mv.db");
        }
        return aside;
    }
}
