package dev.hookglass.signature.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Undoes one known accident after the other until the scheme finds the request valid. What it is asked of was judged already;
 * nothing here changes that. Takes some time, see {@link Patience}: not for the FX thread, nor for that of the receiver.
 */
public final class Diagnoser {
    /** A second thread is for large bodies of which two can hold some copies at a time. */
    private static final int MOST_SHARED = 8 << 20;
    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().name("diagnosis").factory();

    private final Case seen;
    private final Budget budget;
    private final List<Accident> known = Accident.known();
    private final AtomicInteger next = new AtomicInteger();
    /** The first of the accidents that explain it, as far as is known: what comes after it need not be tried. */
    private final AtomicInteger first = new AtomicInteger(known.size());
    private final AtomicReferenceArray<Tried> tried = new AtomicReferenceArray<>(known.size());

    private Diagnoser(Case seen, Budget budget) {
        this.seen = seen;
        this.budget = budget;
    }

    /**
     * Looks for the accident until all is tried.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the search
     */
    public static Diagnosis diagnose(Case seen) throws InterruptedException {
        return diagnose(seen, Patience.ALL_OF_IT);
    }

    /**
     * Looks for the accident as long as somebody waits, for large bodies on threads of its own.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the search
     */
    public static Diagnosis diagnose(Case seen, Patience patience) throws InterruptedException {
        // The time runs from here, so that it includes loading what a diagnosis needs.
        Budget budget = new Budget(patience, seen.message().body().size());
        return new Diagnoser(seen, budget).diagnosis();
    }

    private Diagnosis diagnosis() throws InterruptedException {
        int size = seen.message().body().size();
        int threads = size < Budget.LARGE
                ? 0
                : size <= MOST_SHARED ? Math.min(2, Runtime.getRuntime().availableProcessors()) : 1;
        CompletableFuture<Void> searches = searchAside(threads);
        if (threads == 0) {
            search();
        }
        // Meanwhile: what is done after the searches is waited for as well.
        List<String> clues = Clues.of(seen);
        await(searches);
        if (budget.isCancelled()) {
            // The caller is told by the exception.
            Thread.interrupted();
            throw new InterruptedException("The diagnosis was cancelled");
        }
        return conclusion(clues);
    }

    /** On other threads, since one try on a large body can take longer than somebody waits. They end after the try. */
    private CompletableFuture<Void> searchAside(int threads) {
        return CompletableFuture.allOf(IntStream.range(0, threads)
                .mapToObj(_ -> CompletableFuture.runAsync(this::search, task -> THREADS.newThread(task).start()))
                .toArray(CompletableFuture<?>[]::new));
    }

    private void await(CompletableFuture<Void> searches) throws InterruptedException {
        try {
            searches.get(budget.nanosToWait(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notAllTried) {
            // What is under way then is told among what was not tried.
        } catch (ExecutionException bug) {
            throw new IllegalStateException("An accident could not be undone", bug);
        } catch (InterruptedException e) {
            budget.cancel();
            throw e;
        }
    }

    /** Takes one accident after the other that nobody has taken yet. */
    private void search() {
        Undoing undoing = new Undoing(seen, budget);
        for (int i = next.getAndIncrement(); i < first.get() && budget.goesOn(); i = next.getAndIncrement()) {
            int index = i;
            Tried outcome = undoing.undo(known.get(i), () -> index < first.get());
            tried.set(i, outcome);
            if (outcome.finding().isPresent()) {
                first.accumulateAndGet(i, Math::min);
            }
        }
    }

    private Diagnosis conclusion(List<String> clues) {
        List<String> ruledOut = new ArrayList<>();
        List<String> notTried = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            // Read once: a try may end at any time.
            Tried outcome = Optional.ofNullable(tried.get(i)).orElse(Tried.NOT);
            if (outcome.finding().isPresent()) {
                return new Diagnosis(outcome.finding(), ruledOut, notTried, clues);
            }
            if (!outcome.isWhole()) {
                notTried.add(known.get(i).name());
            } else if (outcome.isCompared()) {
                ruledOut.add(known.get(i).name());
            }
        }
        return new Diagnosis(Optional.empty(), ruledOut, notTried, clues);
    }
}
