package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.base.ExportActions;
import dev.hookglass.ui.base.MarkActions;
import java.util.List;

/** What a person does with events in the table. Called on the FX thread. */
public interface EventActions {
    /** Sends the event that is shown again. */
    void replay();

    /** Asks how events are to be sent again. */
    void replay(List<EventSummary> events);

    /** The same for all that pass the filter. */
    void replayShown();

    /** Changes the event that is shown, and sends it. */
    void edit();

    /** Tries an endpoint with an event. */
    void check(EventSummary event);

    /** Puts two events side by side. */
    void compare(List<EventSummary> two);

    /** Keeps events from going by themselves, or lets them go. */
    void pin(List<EventSummary> events, boolean pinned);

    /** Deletes events. */
    void delete(List<EventSummary> events);

    /** Deletes all that pass the filter, but for pinned ones. */
    void deleteShown();

    /** Handing events to other tools. */
    ExportActions exports();

    /** Marking events. */
    MarkActions marks();
}
