package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Looking after the file of an open store: making it small, and copying it. */
public final class Upkeep {
    private final Database database;
    private final StatementLane lane;
    private final EventWriter writer;
    private final Tidying tidying;
    private final ContentTable contents;
    private final Ledger ledger;

    /** @param ledger told when other events stand in the place of these */
    Upkeep(Database database, Changes changes, StatementLane lane, EventWriter writer, ContentTable contents,
            Ledger ledger) {
        this.tidying = new Tidying(database, changes);
        this.ledger = ledger;
        this.contents = contents;
        this.database = database;
        this.lane = lane;
        this.writer = writer;
    }

    /** Has the operating system write to the disk what it still holds, if it holds anything. */
    void force() throws Problem {
        Journal journal = database.journal();
        if (journal.isForced()) {
            return;
        }
        long kept = writer.settle();
        lane.runAsItIs("The event database could not be forced to disk", _ -> {
            // All that was kept is committed, and so is with the operating system: H2 need not write anything.
            try (Connection connection = database.connect()) {
                Database.file(connection).sync();
            }
            journal.databaseForced(kept);
            return true;
        });
    }

    /** Says that the keeping is done for now. */
    void done() {
        database.works();
    }

    /** Makes the file smaller for a moment: by more where nothing has been changed for a while, else by little. */
    void tidy(BooleanSupplier isClosed) throws Problem {
        lane.runAsItIs("The event database could not be tidied", _ -> {
            tidying.tidy(isClosed);
            return true;
        });
    }

    /**
     * Writes the database anew without its gaps. Events that arrive meanwhile wait, and are stored and answered afterwards.
     * The file is replaced only once the new one is whole.
     *
     * @return the bytes on disk that were set free
     * @throws Problem if it could not be done, as when there is no room for a second file; nothing is changed then
     */
    public long compact() throws Problem {
        AtomicLong before = new AtomicLong(database.size());
        writer.between(() -> {
            database.whileClosed(file -> {
                // What was not yet written until now is.
                before.accumulateAndGet(database.size(), Math::max);
                rewrite(file);
            });
            return true;
        });
        return Math.max(0, before.get() - database.size());
    }

    private static void rewrite(Path file) throws Problem {
        Path fresh = file.resolveSibling("events-compacting.mv.db");
        try {
            MVStore.compact(file.toString(), fresh.toString(), true, null);
            OwnerOnly.restrict(fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MVStoreException | IllegalStateException e) {
            deleteQuietly(fresh, e);
            throw new Problem("The event database could not be compacted (" + Database.firstLine(e)
                    + "); it was left as it was.", e);
        }
    }

    private static void deleteQuietly(Path file, Exception reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Copies the database as it is at this moment into a ZIP file, while events are stored: events, deliveries and rejections,
     * but not the sources and their secrets. When the calling thread is interrupted, no file is left.
     *
     * @param target is not there yet; its owner alone can read it
     */
    public void backup(Path target) throws Problem {
        if (Files.exists(target)) {
            throw new Problem(target + " is there already; name another file.");
        }
        lane.run("The backup could not be written", isCancelled -> {
            try {
                copy(target.toAbsolutePath(), isCancelled);
            } catch (IOException e) {
                throw new SQLException(e.getMessage(), e);
            }
            return true;
        });
    }

    /**
     * Puts the events of a backup in the place of these, which are set aside. Events that arrive meanwhile wait, and are stored
     * among the restored ones.
     *
     * @return where the events until now are
     * @throws Problem if the backup cannot be read; nothing is changed then
     */
    public Optional<Path> restore(Path backup) throws Problem {
        List<Path> aside = new ArrayList<>();
        writer.between(() -> {
            database.whileClosed(
                    _ -> new Salvage(database.folder(), InstantSource.system())
                            .restore(backup, database.journal()::empty)
                            .ifPresent(aside::add));
            try (Connection connection = database.connect()) {
                LastEvent.mark(connection, writer.lastId());
                LedgerCache.changed(connection);
            }
            contents.watcher().replaced();
            ledger.replaced();
            return true;
        });
        return aside.stream().findFirst();
    }

    private void copy(Path target, BooleanSupplier isCancelled) throws SQLException, IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        try {
            OwnerOnly.restrict(fresh);
            // Not by H2's statement: that writes what others have changed and not committed. What is committed is in the file.
            try (Connection connection = database.connect();
                    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
                Database.file(connection).getFileStore().backup(zip);
            }
            if (!isCancelled.getAsBoolean()) {
                Files.move(fresh, target);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
