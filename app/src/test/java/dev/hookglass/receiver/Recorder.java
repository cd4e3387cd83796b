package dev.hookglass.receiver;

import dev.hookglass.event.Rejection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what it is handed; answers at once, from another thread, unless told to wait. */
final class Recorder implements RequestSink {
    private final BlockingQueue<ReceivedRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Rejection> rejections = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answering> unanswered = new LinkedBlockingQueue<>();
    private volatile Reply reply = Reply.of(200);
    private volatile boolean waiting;
    private volatile boolean once;

    Recorder answering(Reply changed) {
        reply = changed;
        return this;
    }

    /** From now on the test answers, by {@link #unanswered}. */
    Recorder waiting() {
        waiting = true;
        return this;
    }

    /** The same for the next request alone. */
    Recorder waitingOnce() {
        once = true;
        return waiting();
    }

    @Override
    public void accept(ReceivedRequest request, Answering answer) {
        // Before the answer, since the next request on the connection may come right after it.
        requests.add(request);
        if (waiting) {
            waiting = !once;
            unanswered.add(answer);
        } else {
            Thread.startVirtualThread(() -> answer.accept(reply));
        }
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    ReceivedRequest request() throws InterruptedException {
        return next(requests, "request");
    }

    Rejection rejection() throws InterruptedException {
        return next(rejections, "rejection");
    }

    Answering unanswered() throws InterruptedException {
        return next(unanswered, "unanswered request");
    }

    boolean isEmpty() {
        return requests.isEmpty() && rejections.isEmpty();
    }

    private static <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("No " + what + " within 20 s");
        }
        return next;
    }
}
