package dev.hookglass.receiver;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests whose reply is yet to come because it is delayed, or never comes. They hold a connection each and nothing of
 * their bodies; they are bounded in number, and cut when the receiver stops. Safe for use by many threads.
 */
final class Waiting {
    private final int most;
    private final Duration longestSilence;
    private final Set<Replying> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean closed;

    Waiting(int most, Duration longestSilence) {
        this.most = most;
        this.longestSilence = longestSilence;
    }

    /** As many as connections are cheap, as long as a reply may be delayed. */
    static Waiting usual() {
        return new Waiting(1_000, Duration.ofMinutes(10));
    }

    Duration longestSilence() {
        return longestSilence;
    }

    /** Takes one more, if there is room. */
    boolean add(Replying request) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            return false;
        }
        waiting.add(request);
        if (closed) {
            request.cutSoon();
        }
        return true;
    }

    /** How many wait. */
    int size() {
        return waiting.size();
    }

    void remove(Replying request) {
        if (waiting.remove(request)) {
            count.decrementAndGet();
        }
    }

    /** Cuts those that wait, and those that come. */
    void close() {
        closed = true;
        waiting.forEach(Replying::cutSoon);
    }
}
