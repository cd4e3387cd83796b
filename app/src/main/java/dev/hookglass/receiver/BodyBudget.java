package dev.hookglass.receiver;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies may be held at one time, so that many large requests together do not exhaust the memory. */
final class BodyBudget {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /** Takes that many, if there are. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
