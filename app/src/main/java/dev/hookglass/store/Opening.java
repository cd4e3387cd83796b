package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** Opening the database in a folder, which is made if it is not there. */
final class Opening {
    private Opening() {}

    /**
     * Does it.
     *
     * @param fileSystem {@link Database#DISK}
     * @param full bytes after which a file of the journal is full
     * @throws UnreadableStore if it is damaged or not a database; the file is left as it is
     * @throws Problem if it is in use, or cannot be read or written; the file is left as it is
     */
    static Database of(Path folder, String fileSystem, long full) throws Problem {
        Path file = folder.resolve(Database.FILE);
        WholeFile.require(folder, file);
        if (folder.toString().indexOf(';') >= 0) {
            // H2 would take what follows for settings, and cannot be told otherwise.
            throw new Problem("The path of the data folder " + folder
                    + " has a semicolon, which the event database cannot take; name another with --data.");
        }
        HighWater highWater = new HighWater(folder);
        boolean wasClosed = highWater.wasClosedAs(file);
        List<Place> journalled = wasClosed ? List.of() : Journal.read(folder);
        if (Files.exists(file) && !wasClosed) {
            takeCommitted(fileSystem + file, journalled);
            FirstLook.at(file, H2Source.of(folder, fileSystem, Database.RETENTION, true), highWater.noted(),
                    journalled);
        }
        JdbcDataSource source = H2Source.of(folder, fileSystem, Database.RETENTION, false);
        JdbcConnectionPool pool = H2Source.pool(source);
        try (Connection connection = pool.getConnection()) {
            OwnerOnly.restrict(file);
            SchemaSteps.take(connection);
            if (wasClosed && LastEvent.id(connection) < highWater.noted()) {
                // H2 did not come back with what it was closed with.
                journalled = Journal.read(folder);
            }
            Playback.play(journalled, pool.getConnection());
            return new Database(folder, fileSystem, source, pool, Journal.open(folder, fileSystem, full, wasClosed));
        } catch (Problem e) {
            pool.dispose();
            throw e;
        } catch (SQLException e) {
            pool.dispose();
            throw FirstLook.failed(file, e);
        } catch (IOException e) {
            pool.dispose();
            throw new Problem("The event database " + file + " or its journal cannot be written (" + e.getMessage()
                    + ").", e);
        }
    }

    private static void takeCommitted(String file, List<Place> journalled) throws Problem {
        try {
            CommittedVersion.take(file, Journal.version(journalled));
        } catch (IOException e) {
            throw new Problem("The journal beside " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
