package dev.hookglass.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Makes the file small again, a little at a time. Each commit writes some pages anew, and what it supersedes lies scattered in
 * pieces of the file that are still needed for the rest; H2 would gather those rests in the background, but has no
 * background with {@code WRITE_DELAY=0}.
 */
final class Tidying {
    /** Percent of a piece that is still needed; better filled ones are left alone. */
    private static final int WELL_FILLED = 95;
    private static final int HALF_FILLED = 50;
    /** Bytes that are written anew in one turn, for which events may have to wait. */
    private static final int A_LITTLE = 2 << 20;
    private static final int MUCH = 8 << 20;
    /** Bytes that are moved towards the beginning: what stands last must be among them, or the file does not get shorter. */
    private static final int MOVED = 48 << 20;

    private final Database database;
    private final Lock turn;

    Tidying(Database database, Changes changes) {
        this.database = database;
        this.turn = changes.turn();
    }

    /**
     * Does a little.
     *
     * @param idle whether much is to be done as long as nothing is stored
     * @param kept how much the journal kept when that was found out
     * @return whether there may be more to do
     */
    boolean step(boolean idle, long kept) throws SQLException {
        turn.lock();
        try (Connection connection = database.connect()) {
            boolean more = step(Database.file(connection), idle, kept);
            // What the versions before refer to may be overwritten by now.
            database.committed(connection);
            return more;
        } finally {
            turn.unlock();
        }
    }

    private boolean step(MVStore file, boolean idle, long kept) {
        long generation = database.generation();
        try {
            if (idle && database.journal().kept() != kept) {
                return false;
            }
            return idle ? much(file) : little(file);
        } catch (Error e) {
            database.failed(generation, e);
            throw e;
        }
    }

    private static boolean little(MVStore file) {
        boolean isRewritten = file.compact(HALF_FILLED, A_LITTLE);
        file.commit();
        return isRewritten;
    }

    /** What was superseded is written over at once; so the disk must have what supersedes it before. */
    private boolean much(MVStore file) {
        long before = database.size();
        file.setRetentionTime(0);
        try {
            boolean isRewritten = file.compact(WELL_FILLED, MUCH);
            file.commit();
            file.sync();
            if (file.getFileStore() instanceof RandomAccessStore pieces) {
                pieces.compactMoveChunks(WELL_FILLED, MOVED, file);
            }
            return isRewritten || database.size() < before;
        } finally {
            file.setRetentionTime(Math.toIntExact(Database.RETENTION.toMillis()));
        }
    }
}
