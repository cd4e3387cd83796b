package dev.hookglass.store;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The H2 file. {@code WRITE_DELAY=0}: H2's default would lose half a second of commits when the process is killed (its
 * documentation, “Durability Problems”). It is closed by us and in order, never by H2's own shutdown hook.
 */
final class Database implements AutoCloseable {
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
            + ";CACHE_SIZE=65536;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
    private static final int MOST_CONNECTIONS = 8;

    private final Path file;
    private final JdbcConnectionPool pool;

    private Database(Path file, JdbcConnectionPool pool) {
        this.file = file;
        this.pool = pool;
    }

    /**
     * Opens the database in a folder, making it if it is not there.
     *
     * @throws Problem if it is damaged, not a database, in use, or cannot be read or written; the file is left as it is
     */
    static Database open(Path folder) throws Problem {
        Path file = folder.resolve("events.mv.db");
        WholeFile.require(file);
        if (folder.toString().indexOf(';') >= 0) {
            // H2 would take what follows for settings, and cannot be told otherwise.
            throw new Problem("The path of the data folder " + folder
                    + " has a semicolon, which the event database cannot take; name another with --data.");
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("events") + SETTINGS);
        source.setUser("hookglass");
        source.setPassword("");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(MOST_CONNECTIONS);
        Database database = new Database(file, pool);
        try (Connection connection = pool.getConnection()) {
            OwnerOnly.restrict(file);
            SchemaSteps.take(connection);
            return database;
        } catch (Problem e) {
            pool.dispose();
            throw e;
        } catch (SQLException e) {
            pool.dispose();
            throw opening(file, e);
        } catch (IOException e) {
            pool.dispose();
            throw new Problem("The event database " + file + " cannot be made the owner's only (" + e.getMessage()
                    + "); nothing was changed.", e);
        }
    }

    private static Problem opening(Path file, SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new Problem("The event database " + file
                    + " is open in another program; close that one, or name another folder with --data.", e);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                WholeFile.damaged(file, e);
            default -> new Problem("The event database " + file + " cannot be opened (" + firstLine(e)
                    + "); it was left as it is.", e);
        };
    }

    /** H2's message without the statement it quotes. */
    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("; SQL statement:.*", "");
    }

    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    /** Bytes on disk. */
    long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lets the file go without asking anything of it. */
    void abandon() {
        pool.dispose();
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            pool.dispose();
        }
    }
}
