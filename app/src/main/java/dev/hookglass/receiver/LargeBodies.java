package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Large bodies that lie on disk, on their way to being judged and stored: each is loaded once, one after the other, as soon
 * as there is room for it in memory.
 */
final class LargeBodies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LargeBodies.class);

    /** For the sender and the list of rejections. */
    static final String NO_MEMORY = "there was no memory for a body of this size at the moment";

    private final Path folder;
    private final BodyBudget budget;
    private final Duration mostWait;
    private final ExecutorService lane = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("large-bodies").factory());
    private volatile boolean closing;

    /**
     * @param folder where they lie meanwhile
     * @param mostWait how long one waits for its turn and for room
     */
    LargeBodies(Path folder, BodyBudget budget, Duration mostWait) {
        this.folder = folder;
        this.budget = budget;
        this.mostWait = mostWait;
    }

    /** Takes a body that is in memory. */
    interface Taker {
        /**
         * Takes it.
         *
         * @param held how many bytes of the budget are to be given back when it is done with
         */
        void take(Bytes body, long held);
    }

    /** Is told why there is none. */
    interface Refusal {
        void refuse(Reason reason, String detail);
    }

    Path folder() {
        return folder;
    }

    BodyBudget budget() {
        return budget;
    }

    /** Hands a body that has arrived to one of the two, on a thread of its own; its file is deleted. */
    void take(IncomingBody body, Taker taker, Refusal refusal) {
        long arrived = System.nanoTime();
        try {
            lane.execute(() -> load(body, mostWait.minusNanos(System.nanoTime() - arrived), taker, refusal));
        } catch (RejectedExecutionException closing) {
            body.discard();
            refusal.refuse(Reason.BUSY, "Hookglass was about to stop listening");
        }
    }

    private void load(IncomingBody body, Duration patience, Taker taker, Refusal refusal) {
        long held = 0;
        try {
            if (closing) {
                throw new InterruptedException();
            }
            if (!budget.await(body.size(), patience)) {
                refusal.refuse(Reason.BUSY, "too many large bodies were waiting to be stored");
                return;
            }
            held = body.size();
            body.write();
            Bytes whole = body.load();
            body.discard();
            long given = held;
            held = 0;
            taker.take(whole, given);
        } catch (IOException e) {
            refusal.refuse(Reason.NOT_STORED, words(e));
        } catch (InterruptedException closing) {
            refusal.refuse(Reason.BUSY, "Hookglass was about to stop listening");
        } catch (OutOfMemoryError e) {
            // One array could not be had; all that is smaller can be. The sender must not wait for an answer for ever.
            refusal.refuse(Reason.BUSY, NO_MEMORY);
        } catch (RuntimeException | Error e) {
            LOG.error("A request could not be handed on", e);
            refusal.refuse(Reason.NOT_STORED, "the event could not be stored");
        } finally {
            budget.giveBack(held);
            body.discard();
        }
    }

    /** For the sender and the list of rejections. */
    static String words(IOException e) {
        LOG.warn("A large body could not be kept while it arrived", e);
        return "there is no room on the disk for a body of this size; free some and send it again";
    }

    /** Refuses what still waits. */
    @Override
    public void close() {
        closing = true;
        lane.shutdownNow().forEach(Runnable::run);
    }
}
