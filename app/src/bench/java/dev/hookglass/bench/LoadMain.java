package dev.hookglass.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A load generator, as a process of its own: one thread, some connections. A latency counts from when a request was due and
 * not from when it could be sent, so that a server that stalls does not hide the requests that it kept from being sent
 * (“coordinated omission”).
 */
final class LoadMain {
    private static final int KINDS = 2_000;
    private static final long NAP_NANOS = 50_000;
    /** More than one load sends. */
    private static final long NUMBERS = 1_000_000;
    private static final long NUMBERED_SECONDS = 10_000;

    private final Load load;
    private final Selector selector;
    private final Deque<LoadConnection> idle = new ArrayDeque<>();
    private final byte[][] requests = new byte[KINDS][];
    private final long intervalNanos;
    /** Another for each load, so that none sends what an earlier one sent. */
    private final long firstNumber = System.currentTimeMillis() / 1_000 % NUMBERED_SECONDS * NUMBERS;
    private long[] latencies = new long[1 << 20];
    private int measured;
    private long sent;
    private long answered;
    private long failed;
    private long startNanos;

    private LoadMain(Load load) throws IOException {
        this.load = load;
        selector = Selector.open();
        for (int i = 0; i < load.connections(); i++) {
            idle.add(new LoadConnection(load.port(), selector));
        }
        byte[] head = load.head();
        Random random = new Random(1);
        for (int i = 0; i < KINDS; i++) {
            requests[i] = Arrays.copyOf(head, head.length + Bodies.SIZE);
            System.arraycopy(load.bodies().next(random), 0, requests[i], head.length, Bodies.SIZE);
        }
        intervalNanos = load.perSecond() == 0 ? 0 : 1_000_000_000L / load.perSecond();
    }

    /** Takes the {@link Load}'s arguments, and prints a {@link LoadResult}'s line. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(new LoadMain(Load.of(arguments)).run().line());
    }

    private LoadResult run() throws IOException {
        startNanos = System.nanoTime();
        long measureFrom = startNanos + load.warmUp() * 1_000_000_000L;
        long end = load.seconds() == 0 ? Long.MAX_VALUE : measureFrom + load.seconds() * 1_000_000_000L;
        long now = startNanos;
        while (now < end && (load.requests() == 0 || answered + failed < load.requests())) {
            sendWhatIsDue(now);
            if (intervalNanos == 0) {
                selector.select();
            } else if (selector.selectNow() == 0) {
                LockSupport.parkNanos(NAP_NANOS);
            }
            now = takeAnswers(measureFrom);
        }
        for (SelectionKey key : selector.keys()) {
            ((LoadConnection) key.attachment()).close();
        }
        double seconds = (System.nanoTime() - measureFrom) / 1e9;
        return LoadResult.of(answered, failed, seconds, Arrays.copyOf(latencies, measured));
    }

    private void sendWhatIsDue(long now) throws IOException {
        while (!idle.isEmpty() && (load.requests() == 0 || sent < load.requests())) {
            long due = intervalNanos == 0 ? now : startNanos + sent * intervalNanos;
            if (due > now) {
                return;
            }
            idle.remove().send(numbered(), due);
            sent++;
        }
    }

    /** The next request, with a number of its own in its body. What is changed was sent long ago. */
    private byte[] numbered() {
        byte[] request = requests[(int) (sent % KINDS)];
        load.bodies().number(request, request.length - Bodies.SIZE, firstNumber + sent);
        return request;
    }

    private long takeAnswers(long measureFrom) {
        for (SelectionKey key : selector.selectedKeys()) {
            LoadConnection connection = (LoadConnection) key.attachment();
            int status;
            try {
                status = connection.proceed();
            } catch (IOException e) {
                lose(key);
                continue;
            }
            if (status != 0) {
                note(connection.dueNanos(), status, measureFrom);
                idle.add(connection);
            }
        }
        selector.selectedKeys().clear();
        return System.nanoTime();
    }

    private void lose(SelectionKey key) {
        key.cancel();
        failed++;
        if (selector.keys().stream().noneMatch(SelectionKey::isValid)) {
            throw new IllegalStateException("The server ended all connections");
        }
    }

    private void note(long due, int status, long measureFrom) {
        if (status / 100 != 2) {
            failed++;
            return;
        }
        answered++;
        long now = System.nanoTime();
        if (now >= measureFrom) {
            if (measured == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * measured);
            }
            latencies[measured++] = now - due;
        }
    }
}
