package dev.hookglass.delivery;

import dev.hookglass.event.StoredRequest;
import dev.hookglass.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run with their bodies, read many at once and before they are needed, on the one thread that runs
 * {@link #readAll}; any number of threads take them. It never holds more than a page beside the one that is being taken.
 */
final class ReadAhead {
    private static final int FIRST_PAGE = 16;
    private static final int PAGE = 256;
    private static final long PAGE_BYTES = 4L << 20;

    private final List<ReplayPlan.Item> items;
    private final BulkReplay.Preparation preparation;
    private final Deque<Ready> ready = new ArrayDeque<>();
    private @Nullable Problem problem;
    private int next;
    private boolean isOver;

    /**
     * An event that can be sent.
     *
     * @param index its place in the run, from 0
     */
    record Ready(long index, ReplayPlan.Item item, StoredRequest event) {}

    ReadAhead(List<ReplayPlan.Item> items, BulkReplay.Preparation preparation) {
        this.items = items;
        this.preparation = preparation;
    }

    /** Reads until all is read, or it is ended. */
    void readAll() {
        try {
            while (awaitRoom()) {
                List<Ready> page = read(nextPage());
                add(page);
            }
        } catch (Problem found) {
            fail(found);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    private synchronized boolean awaitRoom() throws InterruptedException {
        while (!isOver && ready.size() >= PAGE) {
            wait();
        }
        if (next >= items.size()) {
            isOver = true;
            notifyAll();
        }
        return !isOver;
    }

    private List<ReplayPlan.Item> nextPage() {
        long bytes = 0;
        int end = next;
        // The first ones are small, so that sending begins at once.
        int most = Math.clamp(next, FIRST_PAGE, PAGE);
        while (end < items.size() && end - next < most && (end == next || bytes < PAGE_BYTES)) {
            bytes += items.get(end++).bodyBytes();
        }
        return items.subList(next, end);
    }

    /** Those that are not there any more are left out. */
    private List<Ready> read(List<ReplayPlan.Item> page) throws Problem {
        Set<Long> ids = page.stream().map(ReplayPlan.Item::eventId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, StoredRequest> found = preparation.read(List.copyOf(ids)).stream()
                .collect(Collectors.toMap(StoredRequest::eventId, Function.identity()));
        List<Ready> read = new ArrayList<>(page.size());
        for (ReplayPlan.Item item : page) {
            StoredRequest event = found.get(item.eventId());
            if (event != null) {
                read.add(new Ready(next, item, event));
            }
            next++;
        }
        return read;
    }

    private synchronized void add(List<Ready> page) {
        if (!isOver) {
            ready.addAll(page);
            notifyAll();
        }
    }

    private synchronized void fail(Problem found) {
        // What is ended amid a read has not failed.
        if (!isOver) {
            problem = found;
            end();
        }
    }

    /** The next that is to be sent; empty when there is none any more. Waits for the disk. */
    synchronized Optional<Ready> take() throws InterruptedException {
        while (ready.isEmpty() && !isOver) {
            wait();
        }
        Ready taken = ready.poll();
        if (ready.size() == PAGE - 1) {
            notifyAll();
        }
        return Optional.ofNullable(taken);
    }

    /** Nothing more is read or taken. */
    synchronized void end() {
        isOver = true;
        ready.clear();
        notifyAll();
    }

    /** Why it ended before its time. */
    synchronized Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
