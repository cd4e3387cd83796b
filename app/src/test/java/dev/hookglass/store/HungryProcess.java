package dev.hookglass.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stores events while something else takes all memory again and again, to the last byte: after that Java may be unable to go
 * on with some classes for ever. Says how often it could store again, and whether it was told nothing of some; then it ends
 * on the spot. The ids of the events that it was told are stored are in a file, as eight bytes each.
 */
final class HungryProcess {
    private static final int MOST = 100_000;
    private static final int[] PIECES = {1 << 20, 1 << 14, 1 << 9, 64};
    private static final long NANOS_OF_PATIENCE = 60_000_000_000L;
    private static final long NANOS_OF_HUNGER = 700_000_000;

    private final EventStore store;
    private final LongBuffer stored;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private int appended;
    private final Capture small = capture(3_000);
    private final Capture large = capture(900_000);
    private final AppendCallback callback = new AppendCallback() {
        @Override
        public void stored(EventSummary event) {
            stored.put(count.getAndIncrement(), event.id());
        }

        @Override
        public void failed(Problem problem) {
            refused.incrementAndGet();
        }
    };

    private HungryProcess(EventStore store, LongBuffer stored) {
        this.store = store;
        this.stored = stored;
    }

    private static Capture capture(int size) {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        Bytes bytes = Bytes.wrap(body);
        bytes.sha256();
        return Captures.draft().body(bytes).capture();
    }

    public static void main(String[] arguments) throws Exception {
        LongBuffer stored;
        try (FileChannel file = FileChannel.open(Path.of(arguments[2]), READ, WRITE, CREATE)) {
            // Not written by the process, but by the operating system, even if the process ends amid that.
            stored = file.map(FileChannel.MapMode.READ_WRITE, 0, (long) MOST * Long.BYTES).asLongBuffer();
        }
        HungryProcess process = new HungryProcess(EventStore.open(Path.of(arguments[0]), () -> {}), stored);
        int rounds = Integer.parseInt(arguments[1]);
        for (int round = 0; round < rounds && process.round(); round++) {
            System.out.println("recovered");
        }
        System.out.println("refused " + process.refused.get());
        System.out.println("unanswered " + process.unanswered());
        System.out.println("trouble " + process.store.trouble().map(Problem::sentence).orElse(""));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Whether it stores again afterwards. */
    private boolean round() throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        Thread hungry = Thread.ofPlatform().start(() -> eat(enough));
        long end = System.nanoTime() + NANOS_OF_HUNGER;
        for (int i = 0; System.nanoTime() < end; i++) {
            append(i % 8 == 0 ? large : small);
            LockSupport.parkNanos(500_000);
        }
        enough.countDown();
        hungry.join();
        long patience = System.nanoTime() + NANOS_OF_PATIENCE;
        int before = count.get();
        while (System.nanoTime() < patience) {
            append(small);
            LockSupport.parkNanos(20_000_000);
            if (store.trouble().isEmpty() && count.get() > before) {
                return true;
            }
        }
        return false;
    }

    private void append(Capture capture) {
        try {
            store.append(capture, callback);
            appended++;
        } catch (OutOfMemoryError e) {
            // It was not even taken.
        }
    }

    /** How many were taken and not told what became of them, after a while. */
    private int unanswered() {
        long patience = System.nanoTime() + NANOS_OF_PATIENCE;
        int left = appended;
        while (left > 0 && System.nanoTime() < patience) {
            LockSupport.parkNanos(20_000_000);
            left = appended - count.get() - refused.get();
        }
        return left;
    }

    private static void eat(CountDownLatch enough) {
        List<byte[]> eaten = new ArrayList<>(1 << 16);
        for (int piece : PIECES) {
            try {
                while (eaten.size() < 1 << 16) {
                    eaten.add(new byte[piece]);
                }
            } catch (OutOfMemoryError full) {
                // There may be room for smaller pieces.
            }
        }
        try {
            enough.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        eaten.clear();
    }
}
