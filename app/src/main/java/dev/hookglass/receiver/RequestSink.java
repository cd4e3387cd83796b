package dev.hookglass.receiver;

import dev.hookglass.event.Rejection;
import java.util.function.Consumer;

/** Where requests go. Both methods are called on the receiver's threads and must not wait for the disk. */
public interface RequestSink {
    /**
     * Takes a request.
     *
     * @param answer to be called once, on any thread, with what the sender shall be answered: with a 2xx only when the
     *     request is safely kept
     */
    void accept(ReceivedRequest request, Consumer<Reply> answer);

    /** Notes a request that never arrived whole. */
    void reject(Rejection rejection);
}
