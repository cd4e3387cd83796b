package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Rejection.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Senders that hold connections and send next to nothing do not hurt others, and are cut off in time. */
class SlowSendersIT extends WithReceiver {
    private static final String HEAD = "GET / HTTP/1.1\r\nHo";
    private static final String BODY = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n";

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(5);
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(500);

    private final List<RawClient> slow = Collections.synchronizedList(new ArrayList<>());

    @Override
    ReceiverSettings settings() {
        return ReceiverSettings.at("127.0.0.1", 0);
    }

    @Test
    void aFewOfEachKind() throws Exception {
        Duration brief = Duration.ofSeconds(3);
        try (Receiver hasty = start(settings().withDeadlines(brief, brief, brief))) {
            besides(hasty, 40, Duration.ofSeconds(1), Duration.ofSeconds(15));
        }
    }

    @Test
    @Tag("long")
    void fiveHundredOfEachKind() throws Exception {
        besides(receiver, 500, Duration.ofMillis(200), Duration.ofSeconds(75));
    }

    /**
     * Sends requests while others are slow, for as long as those live.
     *
     * @param number of slow heads, of slow bodies and of idle connections
     * @param most that 99 of 100 requests may take
     */
    private void besides(Receiver tried, int number, Duration most, Duration patience) throws Exception {
        try {
            for (int i = 0; i < number; i++) {
                slow.add(new RawClient(tried.port()).send(HEAD));
                slow.add(new RawClient(tried.port()).send(BODY));
                slow.add(new RawClient(tried.port()));
            }
            long begin = System.nanoTime();
            Thread watch = Thread.startVirtualThread(this::waitForTheEnds);
            Thread trickle = Thread.startVirtualThread(() -> trickle(watch));
            List<Long> times = new ArrayList<>();
            try (RawClient good = new RawClient(tried.port())) {
                do {
                    long sent = System.nanoTime();
                    assertEquals(200, good.send(GOOD).answer().status());
                    times.add(System.nanoTime() - sent);
                    sink.request();
                } while (!watch.join(BETWEEN_REQUESTS) && System.nanoTime() - begin <= patience.toNanos());
            }
            long lived = System.nanoTime() - begin;
            trickle.join();
            Collections.sort(times);
            long p99 = times.get(times.size() * 99 / 100);
            System.out.printf("%d slow senders: %d requests beside them, p99 %.1f ms; all cut off after %.1f s%n",
                    slow.size(), times.size(), p99 / 1e6, lived / 1e9);
            assertTrue(times.size() > 50, () -> times.size() + " requests");
            assertTrue(p99 <= most.toNanos(), () -> p99 / 1e6 + " ms");
            assertTrue(lived <= patience.toNanos(), () -> lived / 1e9 + " s");
            for (int i = 0; i < 2 * number; i++) {
                assertEquals(Reason.TIMED_OUT, sink.rejection().reason());
            }
            assertTrue(sink.isEmpty(), "An idle connection was told");
        } finally {
            for (RawClient sender : slow) {
                sender.close();
            }
        }
    }

    /**
     * A byte now and then, which keeps every timeout from passing that is counted from the last one.
     *
     * @param watch ends when all are cut off
     */
    private void trickle(Thread watch) {
        List<RawClient> living = new ArrayList<>();
        for (int i = 0; i < slow.size(); i++) {
            if (i % 3 != 2) {
                living.add(slow.get(i));
            }
        }
        try {
            do {
                living.removeIf(sender -> {
                    try {
                        sender.send("a");
                        return false;
                    } catch (IOException cut) {
                        return true;
                    }
                });
            } while (!living.isEmpty() && !watch.join(BETWEEN_BYTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForTheEnds() {
        for (RawClient sender : slow) {
            while (!isEnded(sender)) {
                Thread.onSpinWait();
            }
        }
    }

    /** A client waits for a byte less long than a slow sender may live. */
    private static boolean isEnded(RawClient sender) {
        try {
            return sender.isEnded();
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
