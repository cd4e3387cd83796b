package dev.hookglass.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Makes the file small again, a little at a time. Each commit writes some pages anew, and what it supersedes lies scattered in
 * pieces of the file that are still needed for the rest; H2 would gather those rests in the background, but has no
 * background with {@code WRITE_DELAY=0}. For one thread.
 */
final class Tidying {
    /**
     * Percent of all pieces that are still needed; a better filled file is left alone. H2 begins with the oldest pieces, however
     * full they are, so that the last percents would cost more than all before.
     */
    private static final int WELL_FILLED = 80;
    private static final int HALF_FILLED = 50;
    /** Percent of the file that the pieces take up. */
    private static final int CLOSE_TOGETHER = 95;
    /** Bytes that are written anew in one turn, for which events may have to wait. */
    private static final int A_LITTLE = 2 << 20;
    private static final int MUCH = 8 << 20;
    /** Bytes that are moved towards the beginning: what stands last must be among them, or the file does not get shorter. */
    private static final int MOVED = 48 << 20;
    /** While others change something, as many turns at once. */
    private static final int STEPS = 4;
    private static final int FEW_TURNS = 16;
    /** Whoever works with the file meanwhile is to notice nothing. */
    private static final long MOST_NANOS_AT_ONCE = 500_000_000;
    /** The window opens before, and a short rest between two floods is none. */
    private static final long NANOS_BEFORE_MUCH = 10_000_000_000L;
    /** H2 does not touch what is younger than the time that superseded pieces are retained. */
    private static final long NANOS_UNTIL_ALL = Database.RETENTION.plusSeconds(5).toNanos();

    private final Database database;
    private final Lock turn;
    /** The file's version when this looked at it last: another one has been changed by somebody else. */
    private long seen = -1;
    private long changedAt = System.nanoTime();
    /** How many times more until all of the file has been written anew: rest that is left then cannot be gathered. */
    private long turnsLeft;

    Tidying(Database database, Changes changes) {
        this.database = database;
        this.turn = changes.turn();
    }

    /** Makes the file smaller for a moment: by more where nothing has been changed for a while, else by little. */
    void tidy(BooleanSupplier isClosed) throws SQLException {
        long begin = System.nanoTime();
        long version = version();
        boolean idle = version == seen;
        if (!idle) {
            seen = version;
            changedAt = begin;
            turnsLeft = FEW_TURNS + database.size() / MUCH;
        }
        if (idle && (turnsLeft <= 0 || begin - changedAt < NANOS_BEFORE_MUCH)) {
            return;
        }
        boolean more = true;
        for (int steps = 0; more && !isClosed.getAsBoolean()
                && System.nanoTime() - begin < MOST_NANOS_AT_ONCE; steps++) {
            if (idle ? version() != seen : steps == STEPS) {
                return;
            }
            more = step(idle);
            turnsLeft--;
        }
        if (idle && !more && begin - changedAt > NANOS_UNTIL_ALL) {
            turnsLeft = 0;
        }
    }

    private long version() throws SQLException {
        try (Connection connection = database.connect()) {
            return Database.file(connection).getCurrentVersion();
        }
    }

    /**
     * Does a little.
     *
     * @param idle whether nobody else changes anything, so that it may be more
     * @return whether there may be more to do
     */
    boolean step(boolean idle) throws SQLException {
        turn.lock();
        try (Connection connection = database.connect()) {
            MVStore file = Database.file(connection);
            boolean more = step(file, idle);
            // What the versions before refer to may be overwritten by now.
            database.committed(connection);
            seen = file.getCurrentVersion();
            return more;
        } finally {
            turn.unlock();
        }
    }

    private boolean step(MVStore file, boolean idle) {
        long generation = database.generation();
        try {
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
                pieces.compactMoveChunks(CLOSE_TOGETHER, MOVED, file);
            }
            return isRewritten || database.size() < before;
        } finally {
            file.setRetentionTime(Math.toIntExact(Database.RETENTION.toMillis()));
        }
    }
}
