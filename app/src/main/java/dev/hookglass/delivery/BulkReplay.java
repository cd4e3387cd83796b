package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends many events again and records every attempt. Made for one run; {@link #run} does it on the calling thread, while
 * any thread may pause, resume, cancel and look at the progress. What it holds does not grow with the number of events but
 * for their ids.
 */
public final class BulkReplay {
    private static final int GROUP = 200;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MOST_UNRECORDED = 1_000;

    private final ReplayPlan plan;
    private final List<ReplayPlan.Item> items;
    private final Preparation preparation;
    private final Deliveries deliveries;
    private final Recorded onRecorded;
    private final RunClock clock = new RunClock();
    private final AtomicLong next = new AtomicLong();
    private volatile boolean cancelled;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong succeeded = new AtomicLong();
    private final Latencies latencies = new Latencies();
    private final BlockingQueue<Sent> unrecorded = new ArrayBlockingQueue<>(MOST_UNRECORDED);
    private final AtomicReference<@Nullable Problem> problem = new AtomicReference<>();
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean recorderGone;

    /** Makes the request of an event; empty for one that is not there any more, which is left out. */
    @FunctionalInterface
    public interface Preparation {
        Optional<OutboundRequest> prepare(long eventId) throws Problem;
    }

    /** Told of attempts once they are stored. */
    @FunctionalInterface
    public interface Recorded {
        void accept(List<Attempt> attempts) throws Problem;
    }

    /**
     * @param onRecorded told of attempts once they are stored, on the thread that runs the replay
     */
    public BulkReplay(ReplayPlan plan, Preparation preparation, Deliveries deliveries,
            Recorded onRecorded) {
        this.plan = plan;
        this.items = plan.inOrder();
        this.preparation = preparation;
        this.deliveries = deliveries;
        this.onRecorded = onRecorded;
    }

    /**
     * Sends all, and returns when all attempts are recorded; or after {@link #cancel}, when those that were made are.
     *
     * @throws Problem if an event cannot be read or an attempt cannot be stored; no more is sent then
     */
    public void run() throws Problem {
        clock.start();
        for (int i = 0; i < plan.connections(); i++) {
            workers.add(Thread.ofVirtual().name("replay-" + i).unstarted(this::work));
        }
        workers.forEach(Thread::start);
        try {
            recordAll();
        } finally {
            recorderGone = true;
            cancel();
        }
        Problem found = problem.get();
        if (found != null) {
            throw found;
        }
    }

    private void recordAll() throws Problem {
        boolean interrupted = false;
        while (workers.stream().anyMatch(Thread::isAlive) || !unrecorded.isEmpty()) {
            List<Sent> group = new ArrayList<>();
            try {
                gather(group);
            } catch (InterruptedException e) {
                // Whoever interrupts wants it to end; what was sent is recorded all the same.
                interrupted = true;
                cancel();
            }
            if (!group.isEmpty()) {
                onRecorded.accept(deliveries.record(group));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits a moment for company: each commit costs as much as the sending of many. */
    private void gather(List<Sent> group) throws InterruptedException {
        long end = System.nanoTime() + GATHER_NANOS;
        for (long left = GATHER_NANOS; left > 0 && group.size() < GROUP; left = end - System.nanoTime()) {
            Sent each = unrecorded.poll(left, TimeUnit.NANOSECONDS);
            if (each != null) {
                group.add(each);
                unrecorded.drainTo(group, GROUP - group.size());
            }
        }
    }

    private void work() {
        try {
            Instant first = items.isEmpty() ? Instant.EPOCH : items.getFirst().receivedAt();
            for (long index = next.getAndIncrement(); index < items.size(); index = next.getAndIncrement()) {
                ReplayPlan.Item item = items.get((int) index);
                clock.waitUntil(plan.pace().due(index, first, item.receivedAt()));
                Optional<OutboundRequest> request = preparation.prepare(item.eventId());
                if (request.isPresent()) {
                    send(request.get(), item.eventId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Problem e) {
            // What is cancelled amid a read has not failed.
            if (!cancelled) {
                problem.compareAndSet(null, e);
                cancel();
            }
        }
    }

    private void send(OutboundRequest request, long eventId) {
        Sent exchange = deliveries.send(request, OptionalLong.of(eventId), Optional.empty());
        sent.incrementAndGet();
        if (exchange.outcome() instanceof Answered answered) {
            latencies.add(answered.time());
        }
        if (exchange.outcome().isSuccess()) {
            succeeded.incrementAndGet();
        }
        keep(exchange);
    }

    /** What was sent is recorded, also when the run is cancelled in this moment. */
    private void keep(Sent exchange) {
        boolean interrupted = false;
        boolean isKept = false;
        while (!isKept && !recorderGone) {
            try {
                isKept = unrecorded.offer(exchange, 50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what is under way end, and sends nothing more until {@link #resume}. */
    public void pause() {
        clock.pause();
    }

    public void resume() {
        clock.resume();
    }

    /** Ends what is under way at once, and sends nothing more. */
    public void cancel() {
        cancelled = true;
        next.set(items.size());
        workers.forEach(Thread::interrupt);
    }

    public ReplayProgress progress() {
        Duration elapsed = clock.elapsed();
        return new ReplayProgress(items.size(), sent.get(), succeeded.get(), elapsed, latencies.quantile(0.5),
                latencies.quantile(0.99));
    }
}
