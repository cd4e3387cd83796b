package dev.hookglass.store;

import dev.hookglass.ledger.Ledger;
import dev.hookglass.ledger.LedgerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger in a file beside the database, written when that is closed. The database holds a number that becomes another one
 * in every transaction that changes, deletes or brings back events of before: while it is the one in the file, the file is
 * true of all events up to its last one, and only newer ones need be read.
 */
final class LedgerCache {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerCache.class);
    private static final String FILE = "events.ledger";
    private static final String MARK = "ledger change";

    private final Path file;
    private final Database database;

    LedgerCache(Database database) {
        this.file = database.folder().resolve(FILE);
        this.database = database;
    }

    /** To be told in the transaction that changes, deletes or brings back events. */
    static void changed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("MERGE INTO mark (name, number) KEY (name) VALUES ('" + MARK + "', "
                    + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE) + ")");
        }
    }

    /** 0 where nothing was ever changed. */
    private static long change(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM mark WHERE name = '" + MARK + "'")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** The file, if it is true of all events up to its last one. */
    Optional<LedgerFile> read() throws SQLException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Connection connection = database.connect()) {
            LedgerFile read = LedgerFile.read(file);
            return read.change() == change(connection) && isOfTheseEvents(connection, read)
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (IOException e) {
            LOG.info("The ledger is gathered anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** After a power failure, or where the database was put back, ids are given again. */
    private static boolean isOfTheseEvents(Connection connection, LedgerFile file) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT received_at FROM event WHERE id = ?")) {
            select.setLong(1, file.lastId());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() && rows.getLong(1) == file.lastMicros();
            }
        }
    }

    /** Writes the file, once nothing changes any more. One that cannot be written is left out: the database has it all. */
    void write(Ledger ledger) throws SQLException {
        if (!ledger.isWhole()) {
            // What there is may still be true of the events up to its last one.
            return;
        }
        try (Connection connection = database.connect()) {
            if (change(connection) == 0) {
                changed(connection);
            }
            LedgerFile.of(ledger, change(connection)).write(file);
        } catch (IOException e) {
            LOG.warn("The ledger cannot be kept beside the database: {}", e.getMessage());
        }
    }

    /** Other events stand in the place of those that it is of. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
