package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.event.StoredRequest;
import dev.hookglass.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends many events again and records every attempt. Made for one run; {@link #run} does it on the calling thread, while
 * any thread may pause, resume, cancel and look at the progress. What it holds does not grow with the number of events but
 * for their ids: they are read a page ahead on one thread, sent on one for each connection, and stored in groups on the
 * calling thread, so that none waits for another as long as all keep up.
 */
public final class BulkReplay {
    private final ReplayPlan plan;
    private final List<ReplayPlan.Item> items;
    private final Preparation preparation;
    private final Deliveries deliveries;
    private final Recorded onRecorded;
    private final RunClock clock = new RunClock();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong succeeded = new AtomicLong();
    private final Latencies latencies = new Latencies();
    private final ReadAhead reading;
    private final Unrecorded unrecorded;
    private final List<Lane> lanes;
    private final List<Thread> threads;
    private final AtomicReference<@Nullable Problem> problem = new AtomicReference<>();

    /** Where the events are read from, and how they become requests. */
    public interface Preparation {
        /** Those of some events that are there, in any order. Called on one thread. */
        List<StoredRequest> read(List<Long> eventIds) throws Problem;

        /** Makes the request of an event, right before it is sent. Called on many threads. */
        OutboundRequest prepare(StoredRequest event) throws Problem;
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
        reading = new ReadAhead(items, preparation);
        unrecorded = new Unrecorded(plan.connections());
        lanes = IntStream.range(0, plan.connections()).mapToObj(_ -> deliveries.lane()).toList();
        threads = lanes.stream().map(lane -> Thread.ofPlatform().daemon().name("replay")
                .unstarted(() -> work(lane))).toList();
    }

    /**
     * Sends all, and returns when all attempts are recorded; or after {@link #cancel}, when those that were made are.
     *
     * @throws Problem if an event cannot be read or an attempt cannot be stored; no more is sent then
     */
    public void run() throws Problem {
        clock.start();
        Thread.ofPlatform().daemon().name("replay-reading").start(reading::readAll);
        threads.forEach(Thread::start);
        try {
            recordAll();
        } finally {
            unrecorded.close();
            cancel();
        }
        Problem found = Optional.ofNullable(problem.get()).or(reading::problem).orElse(null);
        if (found != null) {
            throw found;
        }
    }

    private void recordAll() throws Problem {
        boolean interrupted = false;
        while (!unrecorded.isOver()) {
            try {
                List<Sent> group = unrecorded.take();
                if (!group.isEmpty()) {
                    onRecorded.accept(deliveries.record(group));
                }
            } catch (InterruptedException e) {
                // Whoever interrupts wants it to end; what was sent is recorded all the same.
                interrupted = true;
                cancel();
            }
            lanes.forEach(Lane::lookAfter);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Lane lane) {
        try (lane) {
            Instant first = items.isEmpty() ? Instant.EPOCH : items.getFirst().receivedAt();
            Optional<ReadAhead.Ready> next = reading.take();
            while (next.isPresent()) {
                ReadAhead.Ready ready = next.get();
                clock.waitUntil(plan.pace().due(ready.index(), first, ready.item().receivedAt()));
                send(preparation.prepare(ready.event()), ready.event(), lane);
                next = reading.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Problem e) {
            problem.compareAndSet(null, e);
            cancel();
        } finally {
            unrecorded.leave();
        }
    }

    private void send(OutboundRequest request, StoredRequest event, Lane lane) {
        Sent exchange = deliveries.send(request, event, lane);
        sent.incrementAndGet();
        if (exchange.outcome() instanceof Answered answered) {
            latencies.add(answered.time());
        }
        if (exchange.outcome().isSuccess()) {
            succeeded.incrementAndGet();
        }
        unrecorded.add(exchange);
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
        reading.end();
        threads.forEach(Thread::interrupt);
        lanes.forEach(Lane::end);
    }

    public ReplayProgress progress() {
        return new ReplayProgress(items.size(), sent.get(), succeeded.get(), clock.elapsed(), latencies.quantile(0.5),
                latencies.quantile(0.99));
    }
}
