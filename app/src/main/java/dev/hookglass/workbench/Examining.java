package dev.hookglass.workbench;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.diagnosis.Case.Sibling;
import dev.hookglass.signature.diagnosis.Patience;
import dev.hookglass.source.Examination;
import dev.hookglass.source.Examiner;
import dev.hookglass.store.EventStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks closely at stored events, with all that the data folder has to hold against them. */
public final class Examining {
    private static final Logger LOG = LoggerFactory.getLogger(Examining.class);
    /** On either side. */
    private static final int MOST_SIBLINGS = 50;
    private static final long MOST_BYTES = 4L << 20;

    private Examining() {}

    /**
     * Looks at all of an event, by its source as it is now. Reads the store: not for the FX thread.
     *
     * @throws InterruptedException if the thread is interrupted, which ends it
     */
    public static Examination examine(Workbench workbench, CapturedEvent event) throws InterruptedException {
        return examine(workbench, event, Patience.ALL_OF_IT);
    }

    /**
     * Looks at an event as long as somebody waits, by its source as it is now. Reads the store: not for the FX thread.
     *
     * @throws InterruptedException if the thread is interrupted, which ends it
     */
    public static Examination examine(Workbench workbench, CapturedEvent event, Patience patience)
            throws InterruptedException {
        return new Examiner(workbench.providers(), workbench.sources().all(),
                seen -> siblings(workbench.events(), seen)).examine(event, patience);
    }

    private static List<Sibling> siblings(EventStore events, CapturedEvent event) {
        List<Sibling> found = new ArrayList<>();
        try {
            EventFilter source = EventFilter.ALL.and(new Term.SourceIs(Set.of(event.summary().sourceId())));
            Set<String> seen = new HashSet<>(Set.of(event.summary().bodySha256()));
            long room = MOST_BYTES;
            for (EventSummary each : Stream.concat(events.older(source, event.id(), MOST_SIBLINGS).stream(),
                    events.newer(source, event.id(), MOST_SIBLINGS).stream()).toList()) {
                if (each.bodyBytes() <= room && seen.add(each.bodySha256())) {
                    room -= each.bodyBytes();
                    Optional<Bytes> body = events.find(each.id()).map(CapturedEvent::body);
                    body.ifPresent(bytes -> found.add(new Sibling("event " + each.id(), bytes)));
                }
            }
        } catch (Problem e) {
            LOG.warn("Event {} is looked at without others: {}", event.id(), e.sentence());
        }
        return found;
    }
}
