package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that the writer of events does between two commits, for others who wait for it. */
final class BetweenCommits {
    private final Queue<FutureTask<?>> jobs = new ConcurrentLinkedQueue<>();

    /**
     * Hands work over and waits until it is done.
     *
     * @param wake has the writer look
     */
    void run(Callable<?> work, Runnable wake) throws Problem {
        FutureTask<?> job = new FutureTask<>(work);
        jobs.add(job);
        wake.run();
        try {
            job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("It goes on, but nobody waits for it any more.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            if (e.getCause() instanceof SQLException sql) {
                throw new Problem("The event database could not be changed (" + Database.firstLine(sql) + ").", sql);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    boolean isWaiting() {
        return !jobs.isEmpty();
    }

    /** Does all that waits, on the writer's thread. */
    void runAll() {
        for (FutureTask<?> job = jobs.poll(); job != null; job = jobs.poll()) {
            job.run();
        }
    }

    /** Nothing of it will be done. */
    void cancel() {
        jobs.forEach(job -> job.cancel(false));
    }
}
