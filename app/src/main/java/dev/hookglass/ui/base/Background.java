package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * What a person asks for and takes time, on a virtual thread each. Started on the FX thread and answered there: exactly one of
 * success and failure, or neither once cancelled.
 */
public final class Background implements AutoCloseable {
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("background-", 0).factory());
    private final Consumer<Throwable> bugs;

    /** @param bugs told on the FX thread of every failure that is no {@link Problem} */
    public Background(Consumer<Throwable> bugs) {
        this.bugs = bugs;
    }

    /** Work that gives nothing back. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Work under way. For the FX thread. */
    public static final class Running {
        private final FutureTask<Runnable> task;
        private boolean isCancelled;

        private Running(Callable<Runnable> work) {
            task = new FutureTask<>(work) {
                @Override
                protected void done() {
                    Fx.later(Running.this::deliver);
                }
            };
        }

        /** Interrupts the work and drops its answer, if it is not there yet. */
        public void cancel() {
            isCancelled = true;
            task.cancel(true);
        }

        private void deliver() {
            if (!isCancelled && task.state() == Future.State.SUCCESS) {
                task.resultNow().run();
            }
        }
    }

    /**
     * Runs work and hands its answer over.
     *
     * @param onFailure told of any failure, a bug included, so that nothing stays as if the work still ran
     */
    public <T> Running run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<Problem> onFailure) {
        Running running = new Running(() -> answer(work, onSuccess, onFailure));
        try {
            executor.execute(running.task);
        } catch (RejectedExecutionException closed) {
            // The window is going: nobody waits for the answer any more.
            running.cancel();
        }
        return running;
    }

    /** Runs work that gives nothing back. */
    public Running run(Action work, Runnable onSuccess, Consumer<Problem> onFailure) {
        return run(() -> {
            work.run();
            return Boolean.TRUE;
        }, _ -> onSuccess.run(), onFailure);
    }

    private <T> Runnable answer(Callable<T> work, Consumer<? super T> onSuccess, Consumer<Problem> onFailure) {
        try {
            T result = work.call();
            return () -> onSuccess.accept(result);
        } catch (Problem problem) {
            return () -> onFailure.accept(problem);
        } catch (Throwable bug) {
            return () -> {
                onFailure.accept(new Problem(text("background.bug"), bug));
                bugs.accept(bug);
            };
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
