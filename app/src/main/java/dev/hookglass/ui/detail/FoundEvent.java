package dev.hookglass.ui.detail;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Detection;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event with what is known about where it came from.
 *
 * @param first when the first event with its key was received; empty if this is the first
 * @param looksLike who may have sent it, where no source claims such requests
 */
record FoundEvent(CapturedEvent event, Optional<Source> source, Optional<Provider> provider,
        String sourceName, Optional<Instant> first, List<Provider> looksLike) {
    /** Looks an event up; empty if it is gone. Not for the FX thread. */
    static Optional<FoundEvent> read(Workbench workbench, Detection detection, long id) throws Problem {
        Optional<CapturedEvent> found = workbench.events().find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CapturedEvent event = found.get();
        return Optional.of(new FoundEvent(event, workbench.sources().find(event.summary().sourceId()),
                workbench.providers().find(event.summary().provider()),
                workbench.sources().nameOf(event.summary().sourceId()),
                workbench.events().firstOfKey(event.summary()), looksLike(workbench, detection, event)));
    }

    private static List<Provider> looksLike(Workbench workbench, Detection detection, CapturedEvent event) {
        return event.summary().sourceId() == Source.INBOX.id()
                && workbench.sources().claiming(event.summary().target()).isInbox()
                        ? detection.candidates(event.request(), event.body())
                        : List.of();
    }
}
