package dev.hookglass.store;

import dev.hookglass.event.Answer;
import dev.hookglass.event.CapturedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What was acknowledged, and is in the journal, and the database has yet to take: events in the order of their ids, bounded in
 * number and bytes, and the answers that events got. The database takes many at once: a commit writes some pages anew,
 * however few events it has. Waiting is by monitor and not by interrupt, since an interrupt during a write would close H2's
 * file channel under it.
 */
final class Unapplied {
    private static final int MOST_EVENTS = 16_384;
    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_ANSWERS = 50_000;
    private static final int TOGETHER = 2_000;
    /** H2 holds what a commit writes several times over. */
    private static final long BYTES_TOGETHER = 8L << 20;
    /** A lone event's answer comes so soon that both are written in one commit. */
    private static final long COMPANY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** Who reads waits for what was acknowledged; many who read must not make commits small. */
    private static final long APART_WHEN_READ_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long BREATH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Deque<StoredEvent> events = new ArrayDeque<>();
    private final NavigableMap<Long, Answer> answers = new TreeMap<>();
    private long bytes;
    private long firstAt;
    private long lastAt = System.nanoTime() - APART_NANOS;
    private long wanted;
    private boolean stuck;
    private boolean woken;
    private boolean closed;
    /** How many events were added, and how many of them the database has. */
    private volatile long added;
    private volatile long applied;

    /** What is committed together. */
    record Batch(List<StoredEvent> events, Map<Long, Answer> answers) {
        boolean isEmpty() {
            return events.isEmpty() && answers.isEmpty();
        }
    }

    /** Waits until more may be acknowledged; not while the database takes nothing, since then nothing will be. */
    synchronized void awaitRoom() throws InterruptedException {
        while (!stuck && (events.size() >= MOST_EVENTS || bytes >= MOST_BYTES)) {
            wait();
        }
    }

    /** Adds what the journal has, before it is acknowledged. */
    synchronized void add(List<StoredEvent> more) {
        boolean wakes = isIdle();
        noteFirst();
        events.addAll(more);
        more.forEach(each -> bytes += each.bytes());
        added += more.size();
        // Not for each group: who waits knows when to look.
        if (wakes || isEnough()) {
            notifyAll();
        }
    }

    /** Adds an answer, or forgets it because too many are waiting or nothing more is taken. Never blocks. */
    synchronized boolean offer(long eventId, Answer answer) {
        if (closed || answers.size() >= MOST_ANSWERS) {
            return false;
        }
        boolean wakes = isIdle();
        noteFirst();
        answers.put(eventId, answer);
        if (wakes) {
            notifyAll();
        }
        return true;
    }

    private void noteFirst() {
        if (isIdle()) {
            firstAt = System.nanoTime();
        }
    }

    private boolean isIdle() {
        return events.isEmpty() && answers.isEmpty();
    }

    private boolean isEnough() {
        return events.size() >= TOGETHER || bytes >= BYTES_TOGETHER;
    }

    /** An event with its content, if it is here. */
    synchronized Optional<CapturedEvent> find(long id) {
        if (events.isEmpty() || id < events.getFirst().id()) {
            return Optional.empty();
        }
        return events.stream().filter(each -> each.id() == id).findFirst()
                .map(each -> new CapturedEvent(each.summary(), each.event().capture().head(), each.event().body()));
    }

    /**
     * Waits until the database has all events that were acknowledged.
     *
     * @return false if it cannot take them at the moment
     */
    boolean settle() throws InterruptedException {
        long until = added;
        return applied >= until || settle(until);
    }

    private synchronized boolean settle(long until) throws InterruptedException {
        wanted = Math.max(wanted, until);
        notifyAll();
        while (applied < until && !stuck) {
            wait();
        }
        return applied >= until;
    }

    /** Waits until a batch is due, and gives it; it stays here until it is {@link #done}. Empty when woken, and when stuck for a while. */
    synchronized Batch take() throws InterruptedException {
        while (!woken && !closed) {
            long due = due();
            if (due == Long.MAX_VALUE) {
                wait();
                continue;
            }
            long left = due - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        woken = false;
        return next();
    }

    private long due() {
        if (stuck) {
            return lastAt + BREATH_NANOS;
        }
        if (isIdle()) {
            return Long.MAX_VALUE;
        }
        if (isEnough()) {
            return firstAt;
        }
        return wanted > applied
                ? Math.max(firstAt, lastAt + APART_WHEN_READ_NANOS)
                : Math.max(firstAt + COMPANY_NANOS, lastAt + APART_NANOS);
    }

    /** The oldest of what is here, at once. */
    synchronized Batch next() {
        List<StoredEvent> batch = new ArrayList<>(Math.min(TOGETHER, events.size()));
        long together = 0;
        for (StoredEvent each : events) {
            together += each.bytes();
            if (batch.size() == TOGETHER || together > BYTES_TOGETHER && !batch.isEmpty()) {
                break;
            }
            batch.add(each);
        }
        // Those of later events wait for these.
        long last = batch.size() == events.size() ? Long.MAX_VALUE : batch.getLast().id();
        return new Batch(batch, new TreeMap<>(answers.headMap(last, true)));
    }

    /** The database has a batch, which is the oldest of what is here. */
    synchronized void done(Batch batch) {
        for (StoredEvent each : batch.events()) {
            events.removeFirst();
            bytes -= each.bytes();
        }
        batch.answers().forEach(answers::remove);
        applied += batch.events().size();
        lastAt = System.nanoTime();
        firstAt = lastAt;
        stuck = false;
        notifyAll();
    }

    /** The database takes nothing, or the journal: what is here is offered again after a while. */
    synchronized void stick() {
        stuck = true;
        lastAt = System.nanoTime();
        notifyAll();
    }

    /** Ends the waiting of who takes, though nothing is due. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return events.isEmpty();
    }

    /** The id before the oldest event that is here; another one where there is none. */
    synchronized long before(long other) {
        return events.isEmpty() ? other : events.getFirst().id() - 1;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized boolean isDone() {
        return closed && isIdle();
    }

    /** Takes no more answers; what is here is due at once. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
