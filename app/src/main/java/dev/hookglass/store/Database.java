package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 file, with the journal of what was stored last beside it. {@code WRITE_DELAY=0}: H2's default would lose half a
 * second of everything when the process is killed (its documentation, “Durability Problems”), and not all is in the journal:
 * deliveries, rejections and new verdicts are not. It is closed by us and in order, never by H2's own shutdown hook.
 *
 * <p>{@code RETENTION_TIME}: H2 keeps what a commit has superseded for so many milliseconds, in case that the operating system
 * has not yet written what superseded it. Its default of 45 seconds makes a busy file many times as large as its content;
 * {@link Keeper} forces the file to disk every two seconds, so that ten are ample.
 *
 * <p>A write that fails, as on a full disk, makes H2 let the file go for good; it is then opened anew, as another generation.
 */
final class Database implements AutoCloseable {
    static final String FILE = "events.mv.db";
    /** The files of the operating system, in H2's words; tests have others. */
    static final String DISK = "file:";

    /** How long what a commit has superseded is left where it is. */
    static final Duration RETENTION = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Path folder;
    private final String fileSystem;
    private final JdbcDataSource source;
    private final Journal journal;
    private final LastResort lastResort;
    private JdbcConnectionPool pool;
    private long generation;
    private Played played = Played.YES;
    /** It failed so that it is not to be used again, and could not be let go of yet. */
    private boolean mustGo;
    /** What H2 has opened; null where it has not yet since the file was let go. */
    private org.h2.engine.@Nullable Database opened;

    /** Whether the database has what the journal has, since it was opened last. */
    private enum Played {
        YES, NOT_YET, FAILED
    }

    /**
     * Takes what {@link Opening} has opened, which it closes.
     *
     * @param fileSystem {@link #DISK}, or another that H2 knows
     * @param source opens the file anew
     * @param pool of connections to it
     */
    Database(Path folder, String fileSystem, JdbcDataSource source, JdbcConnectionPool pool, Journal journal) {
        this.folder = folder;
        this.lastResort = new LastResort(folder);
        this.fileSystem = fileSystem;
        this.source = source;
        this.pool = pool;
        this.journal = journal;
    }

    /** H2's message without the statement it quotes. */
    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("; SQL statement:.*", "");
    }

    /**
     * A connection for anything but adding events. Where the journal cannot be played back, the newest may be missing here.
     */
    Connection connect() throws SQLException {
        JdbcConnectionPool current;
        synchronized (this) {
            letGoIfMust();
            if (played == Played.NOT_YET) {
                try {
                    playBack();
                } catch (SQLException e) {
                    LOG.warn("Events in the journal are not in the database yet: {}", firstLine(e));
                }
            }
            current = pool;
        }
        return connection(current);
    }

    /** A connection for adding events; there is none while the database lacks what the journal has. */
    Connection connectToAdd() throws SQLException {
        JdbcConnectionPool current;
        synchronized (this) {
            playBackIfMust();
            current = pool;
        }
        return connection(current);
    }

    private Connection connection(JdbcConnectionPool from) throws SQLException {
        Connection connection;
        try {
            connection = from.getConnection();
        } catch (IllegalStateException e) {
            // Another's failure had the pool let go meanwhile.
            throw new SQLException("The event database is being opened anew", "", ErrorCode.DATABASE_IS_CLOSED, e);
        }
        synchronized (this) {
            if (opened == null && from == pool) {
                opened = H2Source.database(connection);
            }
        }
        return connection;
    }

    private void playBackIfMust() throws SQLException {
        letGoIfMust();
        if (played != Played.YES) {
            playBack();
        }
    }

    /** Says that events which the journal has did not get into the database: they are played back before anything else. */
    synchronized void lacksTheJournal() {
        played = Played.FAILED;
    }

    private void playBack() throws SQLException {
        long used = generation;
        try {
            CommittedVersion.take(fileSystem + file(), journal.version());
            Playback.play(journal.read(), connection(pool));
            Wholeness.require(pool.getConnection());
            played = Played.YES;
        } catch (IOException | Problem e) {
            played = Played.FAILED;
            throw new SQLException("The journal cannot be read: " + e.getMessage(), e);
        } catch (SQLException | Error e) {
            played = Played.FAILED;
            failed(used, e);
            if (DiskTrouble.isLocked(e)) {
                // By an opening that an Error ended: what holds the lock is nobody's any more, and goes with the garbage.
                System.gc();
            }
            throw e;
        }
    }

    /** To be told after each commit. */
    void committed(Connection connection) throws SQLException {
        journal.committed(file(connection).getFileStore().lastChunkVersion());
    }

    /** H2's own view of the open file. */
    static MVStore file(Connection connection) throws SQLException {
        return H2Source.database(connection).getStore().getMvStore();
    }

    /** The events that were stored last. */
    Journal journal() {
        return journal;
    }

    /** Rises whenever the file is opened anew; connections of an older one are of no more use. */
    synchronized long generation() {
        return generation;
    }

    /**
     * Takes note of a failure. If H2 let the file go for it, the next connection opens the file anew. After an Error it is let
     * go by us: what H2 holds in memory may be half done and is not to be written. To be called before anybody else can commit.
     *
     * @param used the generation when the work began that failed
     */
    void failed(long used, Throwable e) {
        if (DiskTrouble.isError(e)) {
            lastResort.failed();
        }
        endGeneration(used, e);
    }

    private synchronized void endGeneration(long used, Throwable e) {
        if (used == generation && DiskTrouble.endsTheConnection(e)) {
            mustGo = true;
            try {
                LOG.warn("The event database is opened anew after a failure: {}", firstLine(e));
                letGoIfMust();
            } catch (RuntimeException | Error again) {
                // Not even for that; it is let go before it is used again.
            }
        }
    }

    /** Says that the store's keeper has done all its work: if the database has what the journal has, an Error is got over. */
    synchronized void works() {
        if (!mustGo && played == Played.YES) {
            lastResort.works();
        }
    }

    /** Lets go of everything without writing, so that the next connection opens the file anew. */
    private void letGoIfMust() {
        if (!mustGo) {
            return;
        }
        if (opened != null) {
            H2Source.letGo(opened);
        }
        mustGo = false;
        begin(played == Played.FAILED ? Played.FAILED : Played.NOT_YET);
    }

    private void begin(Played isPlayed) {
        pool.dispose();
        pool = H2Source.pool(source);
        opened = null;
        played = isPlayed;
        generation++;
    }

    /** Closes the file, lets something be done with it, and has it opened anew by the next connection. */
    synchronized <E extends Exception> void whileClosed(FileWork<E> work) throws SQLException, E {
        playBackIfMust();
        mustGo = true;
        shutDown();
        mustGo = false;
        begin(Played.YES);
        work.run(file());
    }

    /** Closes the file in order; then all is in it. */
    private void shutDown() throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /** Work with the closed file. */
    interface FileWork<E extends Exception> {
        void run(Path file) throws E;
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return folder.resolve(FILE);
    }

    /** Bytes on disk. */
    long size() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lets the file go. */
    synchronized void abandon() {
        pool.dispose();
        closeJournal();
    }

    @Override
    public synchronized void close() throws SQLException {
        try {
            playBackIfMust();
            shutDown();
        } catch (SQLException e) {
            if (!DiskTrouble.wasGoneBefore(e)) {
                throw e;
            }
            // H2 had let the file go, as it does on a full disk; what it lacks is in the journal and is played back.
            LOG.warn("The event database was closed already: {}", firstLine(e));
        } finally {
            pool.dispose();
            closeJournal();
        }
    }

    private void closeJournal() {
        lastResort.close();
        try {
            journal.close();
        } catch (IOException e) {
            LOG.debug("The journal could not be closed", e);
        }
    }
}
