package dev.hookglass.ui.base;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Tells the FX thread that something has gathered, however often any thread signals: at most one task waits for the FX
 * thread at a time, so that a flood of events never becomes a flood of tasks.
 */
public final class Signal {
    private final BooleanSupplier take;
    private final AtomicBoolean isPending = new AtomicBoolean();

    /** @param take run on the FX thread: takes a limited part of what has gathered and says whether more remains */
    public Signal(BooleanSupplier take) {
        this.take = take;
    }

    /** There is something to take. For any thread; never blocks. */
    public void signal() {
        if (isPending.compareAndSet(false, true)) {
            Fx.later(this::run);
        }
    }

    private void run() {
        // Lowered first, so that what comes while taking signals anew and is not missed.
        isPending.set(false);
        if (take.getAsBoolean()) {
            signal();
        }
    }
}
