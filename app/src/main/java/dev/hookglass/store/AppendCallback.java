package dev.hookglass.store;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;

/** Told once, on the writer's thread, what became of an event. Must not block. */
public interface AppendCallback {
    /** The event is committed. */
    void stored(EventSummary event);

    /** The event is not stored; whoever sent it must not be told otherwise. */
    void failed(Problem problem);
}
