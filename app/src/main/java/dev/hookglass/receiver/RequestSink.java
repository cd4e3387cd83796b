package dev.hookglass.receiver;

import dev.hookglass.event.Rejection;

/** Where requests go. Both methods are called on the receiver's threads and must not wait for the disk. */
public interface RequestSink {
    /**
     * Takes a request.
     *
     * @param answer to be told what the sender shall be answered: a 2xx only when the request is safely kept
     */
    void accept(ReceivedRequest request, Answering answer);

    /** Notes a request that never arrived whole. */
    void reject(Rejection rejection);
}
