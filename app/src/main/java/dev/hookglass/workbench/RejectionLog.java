package dev.hookglass.workbench;

import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.EventStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rejections on their way to the store, which whoever tells of them does not wait for. While more come than can be stored,
 * the oldest are counted and forgotten. Safe for use by many threads.
 */
final class RejectionLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RejectionLog.class);
    private static final int MOST_WAITING = 1_000;

    private final EventStore events;
    private final Deque<Rejection> waiting = new ArrayDeque<>();
    private final Map<Reason, Long> forgotten = new EnumMap<>(Reason.class);
    private boolean isStoring;

    RejectionLog(EventStore events) {
        this.events = events;
    }

    synchronized void add(Rejection rejection) {
        waiting.addLast(rejection);
        if (waiting.size() > MOST_WAITING) {
            forgotten.merge(waiting.removeFirst().reason(), 1L, Long::sum);
        }
        if (!isStoring) {
            isStoring = true;
            Thread.startVirtualThread(this::storeAll);
        }
    }

    private void storeAll() {
        while (hasMore()) {
            List<Rejection> rejections;
            Map<Reason, Long> countedOnly;
            synchronized (this) {
                rejections = new ArrayList<>(waiting);
                countedOnly = new EnumMap<>(forgotten);
                waiting.clear();
                forgotten.clear();
            }
            try {
                events.append(rejections, countedOnly);
            } catch (Problem | RuntimeException e) {
                LOG.warn("{} rejections could not be noted: {}", rejections.size(),
                        e instanceof Problem problem ? problem.sentence() : e.toString());
            }
        }
    }

    private synchronized boolean hasMore() {
        isStoring = !waiting.isEmpty();
        notifyAll();
        return isStoring;
    }

    /** Waits until what was told is stored. */
    @Override
    public synchronized void close() {
        try {
            while (isStoring) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
