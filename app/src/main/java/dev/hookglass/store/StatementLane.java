package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs statements on threads of its own, which nobody interrupts. H2 reads and writes through a file channel, and an
 * interrupt of a thread that uses one closes it for everybody: a cancelled search would end the capture of events.
 */
final class StatementLane {
    private static final Logger LOG = LoggerFactory.getLogger(StatementLane.class);
    private static final int THREADS = 4;
    private static final int MOST_SECONDS_TO_FINISH = 5;

    private final Database database;
    private final Settling settling;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().daemon().name("store-", 1).factory());

    /** @param settling is done before work that is to find what was acknowledged until then */
    StatementLane(Database database, Settling settling) {
        this.database = database;
        this.settling = settling;
    }

    /** Has the database take what was acknowledged. */
    interface Settling {
        /** Waits for it; false if that cannot be done at the moment. */
        boolean settle() throws InterruptedException;
    }

    /** Work with the database. */
    interface Work<T> {
        /**
         * Does it.
         *
         * @param isCancelled turns true when nobody waits for the result any more
         */
        T run(BooleanSupplier isCancelled) throws SQLException;
    }

    /**
     * Runs work that finds all events that were acknowledged, and waits for it; where the database cannot take them at the
     * moment, it finds those that are there. An interrupt of the calling thread ends the waiting and tells the work, nothing
     * more.
     *
     * @param failure what went wrong if it fails, as the beginning of a sentence
     */
    <T> T run(String failure, Work<T> work) throws Problem {
        return run(failure, settling, work);
    }

    /** The same for work that the newest events need not be there for: it does not wait for them. */
    <T> T runAsItIs(String failure, Work<T> work) throws Problem {
        return run(failure, () -> true, work);
    }

    private <T> T run(String failure, Settling before, Work<T> work) throws Problem {
        AtomicBoolean cancelled = new AtomicBoolean();
        try {
            if (Thread.interrupted()) {
                // Else it would be luck whether a fast statement was done before the waiting began.
                throw new InterruptedException();
            }
            if (!before.settle()) {
                LOG.debug("The newest events are not in the database yet");
            }
            Future<T> result = threads.submit(() -> run(work, cancelled::get));
            return result.get();
        } catch (RejectedExecutionException e) {
            throw new Problem(failure + ": it is closed.", e);
        } catch (InterruptedException e) {
            cancelled.set(true);
            Thread.currentThread().interrupt();
            throw new Problem(failure + ": it was cancelled.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw new Problem(failure + " (" + Database.firstLine(sql) + ").", sql);
            }
            if (e.getCause() instanceof Error error) {
                throw new Problem(failure + " (" + error + ").", error);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Once more where the file had been let go before the work began, as after a write that failed. */
    private <T> T run(Work<T> work, BooleanSupplier isCancelled) throws SQLException {
        long generation = database.generation();
        try {
            return work.run(isCancelled);
        } catch (Error e) {
            database.failed(generation, e);
            throw e;
        } catch (SQLException e) {
            database.failed(generation, e);
            if (DiskTrouble.wasGoneBefore(e)) {
                return work.run(isCancelled);
            }
            throw e;
        }
    }

    /** Lets work under way finish, for a few seconds; gives whether all of it has. */
    boolean finish() {
        threads.shutdown();
        try {
            boolean finished = threads.awaitTermination(MOST_SECONDS_TO_FINISH, TimeUnit.SECONDS);
            if (!finished) {
                LOG.warn("A statement was still running when the store closed");
            }
            return finished;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
