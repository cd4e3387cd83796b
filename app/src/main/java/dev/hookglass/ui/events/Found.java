package dev.hookglass.ui.events;

import dev.hookglass.ledger.EventIds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found so far.
 *
 * @param ids of the events, in rising order
 * @param sorted the places of the ids in the order in which they are to stand; null for the newest first
 * @param top content of the rows at the top, so that they are there at once
 * @param more how it goes on
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, from the background to the window, and never compared.
record Found(EventIds ids, int @Nullable [] sorted, List<EventRow.Content> top, More more) {
    /** How a search goes on. */
    enum More {
        /** All are found. */
        NONE,
        /** The first page is there; all can be found once the ledger is complete. */
        ALL_AT_ONCE,
        /** The events must be read to be tested; there are older ones. */
        OLDER
    }
}
