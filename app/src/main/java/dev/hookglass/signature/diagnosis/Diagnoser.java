package dev.hookglass.signature.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * Undoes one known accident after the other until the scheme finds the request valid. What it is asked of was judged already;
 * nothing here changes that. Takes some time, see {@link Patience}: not for the FX thread, nor for that of the receiver.
 */
public final class Diagnoser {
    /** A second thread is for large bodies of which two can hold some copies at a time. */
    private static final int MOST_SHARED = 8 << 20;
    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().name("diagnosis").factory();

    private static final List<Accident> KNOWN = Stream
            .of(SecretAccidents.ALL, HeaderAccidents.ALL, CarriedSecretAccidents.ALL, BodyAccidents.ALL,
                    SchemeAccidents.ALL, TimeAccidents.ALL, UrlAccidents.ALL, SenderAccidents.ALL,
                    RewritingAccidents.ALL)
            .flatMap(List::stream)
            .toList();

    private final Case seen;
    private final Budget budget;
    private final AtomicInteger next = new AtomicInteger();
    /** The first of the accidents that explain it, as far as is known: what comes after it need not be tried. */
    private final AtomicInteger first = new AtomicInteger(KNOWN.size());
    private final AtomicReferenceArray<Tried> tried = new AtomicReferenceArray<>(KNOWN.size());

    private Diagnoser(Case seen, Patience patience) {
        this.seen = seen;
        this.budget = new Budget(patience, seen.message().body().size());
    }

    /**
     * Looks for the accident until all is tried, for large bodies on a second thread besides the caller's.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the search
     */
    public static Diagnosis diagnose(Case seen) throws InterruptedException {
        return diagnose(seen, Patience.ALL_OF_IT);
    }

    /**
     * Looks for the accident as long as somebody waits.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the search
     */
    public static Diagnosis diagnose(Case seen, Patience patience) throws InterruptedException {
        return new Diagnoser(seen, patience).diagnosis();
    }

    private Diagnosis diagnosis() throws InterruptedException {
        int size = seen.message().body().size();
        if (size >= Budget.LARGE && size <= MOST_SHARED && Runtime.getRuntime().availableProcessors() > 1) {
            searchTogether();
        } else {
            search();
        }
        if (budget.isCancelled()) {
            // The caller is told by the exception.
            Thread.interrupted();
            throw new InterruptedException("The diagnosis was cancelled");
        }
        return conclusion();
    }

    private void searchTogether() throws InterruptedException {
        try (ExecutorService other = Executors.newSingleThreadExecutor(THREADS)) {
            Future<?> rest = other.submit(this::search);
            search();
            rest.get();
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
            Tried outcome = undoing.undo(KNOWN.get(i), () -> index < first.get());
            tried.set(i, outcome);
            if (outcome.finding().isPresent()) {
                first.accumulateAndGet(i, Math::min);
            }
        }
    }

    private Diagnosis conclusion() {
        List<String> ruledOut = new ArrayList<>();
        List<String> notTried = new ArrayList<>();
        for (int i = 0; i < first.get(); i++) {
            Tried outcome = Optional.ofNullable(tried.get(i)).orElse(Tried.NOT);
            if (!outcome.isWhole()) {
                notTried.add(KNOWN.get(i).name());
            } else if (outcome.isCompared()) {
                ruledOut.add(KNOWN.get(i).name());
            }
        }
        Optional<Finding> finding = first.get() < KNOWN.size() ? tried.get(first.get()).finding() : Optional.empty();
        return new Diagnosis(finding, ruledOut, notTried, Clues.of(seen));
    }
}
