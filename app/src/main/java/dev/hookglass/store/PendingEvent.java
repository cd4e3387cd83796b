package dev.hookglass.store;

import dev.hookglass.event.Capture;

/** An event that waits to be committed, with its body's hash, taken by the thread that brought it. */
record PendingEvent(Capture capture, String bodySha256, AppendCallback callback) {
    long bytes() {
        return (long) capture.head().size() + capture.body().size();
    }
}
