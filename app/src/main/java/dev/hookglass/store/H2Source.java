package dev.hookglass.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.message.DbException;

/**
 * How the database is opened. {@code COMPRESS}: H2 makes each page smaller that can be made so, with its LZF, and has larger
 * pages for it; 100,000 events with JSON of 1 KiB took 2.0 to 2.5 times their bytes without it and 0.9 with it, for a fifth
 * more processor time. Pages that were written without it stay as they are.
 */
final class H2Source {
    /** 32 MiB in the heap that the launcher gives; the operating system keeps the rest of the file at hand. */
    static final long CACHE_KIBIBYTES = Runtime.getRuntime().maxMemory() / 24 / 1_024;

    private static final int MOST_CONNECTIONS = 10;

    private H2Source() {}

    /**
     * Opens the database of a folder.
     *
     * @param fileSystem {@link dev.hookglass.store.Database#DISK}, or another that H2 knows
     * @param retention how long what a commit has superseded is left where it is
     */
    static JdbcDataSource of(Path folder, String fileSystem, Duration retention, boolean readOnly) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:" + fileSystem + folder.resolve("events") + ";WRITE_DELAY=0;RETENTION_TIME="
                + retention.toMillis() + ";COMPRESS=TRUE;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;CACHE_SIZE="
                + CACHE_KIBIBYTES
                + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0" + (readOnly ? ";ACCESS_MODE_DATA=r" : ""));
        source.setUser("hookglass");
        source.setPassword("");
        return source;
    }

    /** H2's own view of what a connection is to. */
    static Database database(Connection connection) throws SQLException {
        return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase();
    }

    /**
     * Has H2 let a file go without writing anything more. May be repeated where an Error came in between: H2 itself would hold
     * a database for one that is being closed then, for ever.
     */
    static void letGo(Database database) {
        database.shutdownImmediately();
        try {
            // Without effect, but for where the shutdown was not finished.
            database.checkPowerOff();
        } catch (DbException isClosed) {
            // Which is what it says when it is done.
        }
        database.getStore().closeImmediately();
    }

    static JdbcConnectionPool pool(JdbcDataSource source) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(MOST_CONNECTIONS);
        return pool;
    }
}
