package dev.hookglass.ui.events;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Place;
import dev.hookglass.store.EventStore;
import java.util.List;
import java.util.Optional;

/**
 * The columns whose values stand in heads and bodies. They are read for rows in sight only.
 *
 * @param places where the values stand, in the order of the columns
 */
record OwnValues(List<Place> places) {
    static final OwnValues NONE = new OwnValues(List.of());
    /** Parsing a larger body for a table cell would make scrolling wait. */
    private static final long MOST_BYTES = 1 << 20;

    OwnValues {
        places = List.copyOf(places);
    }

    /** An event's values, empty where it has none. Reads its content, unless no column needs it. */
    List<String> of(EventSummary event, EventStore store) throws Problem {
        if (places.isEmpty() || event.bodyBytes() > MOST_BYTES) {
            return places.stream().map(_ -> "").toList();
        }
        Optional<CapturedEvent> found = store.find(event.id());
        return found.map(captured -> Place.find(places, captured.head(), captured.body()))
                .orElseGet(() -> places.stream().map(_ -> "").toList());
    }
}
