package dev.hookglass.source;

import dev.hookglass.problem.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reading of secrets once, on a thread of its own, since the keychain may ask a person before it answers. */
final class SecretsReading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecretsReading.class);
    /** For a file that is being written. */
    private static final Duration TO_END = Duration.ofSeconds(1);

    private final CountDownLatch known = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** What may need the keychain. */
    interface Step {
        void run() throws Problem, InterruptedException;
    }

    /**
     * Begins it.
     *
     * @param reading after which it is known whether the secrets can be read
     * @param protecting keeps them as they should be kept; nobody waits for that
     */
    void start(Step reading, Step protecting) {
        thread = Thread.ofVirtual().name("secrets").start(() -> run(reading, protecting));
    }

    private void run(Step reading, Step protecting) {
        try {
            reading.run();
            known.countDown();
            protecting.run();
        } catch (InterruptedException e) {
            // It is being closed.
        } catch (Problem e) {
            LOG.warn("The secrets stay as they are: {}", e.sentence());
        } finally {
            known.countDown();
        }
    }

    /** There is nothing to read, so it is known at once. */
    void skip() {
        known.countDown();
    }

    /** Waits until it is known whether the secrets can be read, but not longer than that. */
    void await(Duration most) {
        try {
            boolean answered = known.await(most.toMillis(), TimeUnit.MILLISECONDS);
            if (!answered) {
                LOG.warn("The system keychain has not answered in {} ms", most.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the keychain is not needed any more, but not longer than that. */
    void awaitEnd(Duration most) throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            boolean ended = running.join(most);
            if (!ended) {
                LOG.warn("The system keychain was still being asked after {} ms", most.toMillis());
            }
        }
    }

    /** Asks the keychain no longer. */
    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        try {
            awaitEnd(TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
