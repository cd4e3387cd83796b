package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that is done between two commits of events, for others who wait for it. */
final class BetweenCommits {
    private final Queue<Job<?>> jobs = new ConcurrentLinkedQueue<>();

    private static final class Job<T> extends FutureTask<T> {
        Job(Callable<T> work) {
            super(work);
        }

        void refuse(Problem reason) {
            setException(reason);
        }
    }

    /**
     * Hands work over and waits until it is done.
     *
     * @param wake has the writer look
     */
    void run(Callable<?> work, Runnable wake) throws Problem {
        Job<?> job = new Job<>(work);
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

    /** Does all that waits. */
    void runAll() {
        for (Job<?> job = jobs.poll(); job != null; job = jobs.poll()) {
            job.run();
        }
    }

    /** Nothing of it is done, for a reason. */
    void refuse(Problem reason) {
        for (Job<?> job = jobs.poll(); job != null; job = jobs.poll()) {
            job.refuse(reason);
        }
    }

    /** Nothing of it will be done. */
    void cancel() {
        jobs.forEach(job -> job.cancel(false));
    }
}
