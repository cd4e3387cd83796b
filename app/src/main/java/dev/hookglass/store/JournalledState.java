package dev.hookglass.store;

import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a journal says in the end.
 *
 * @param events where each event is, by its id; those that were deleted afterwards too
 * @param present events that were deleted (false), or deleted and brought back (true)
 * @param pinned events that were pinned, or let go
 */
record JournalledState(NavigableMap<Long, Place> events, Map<Long, Boolean> present, Map<Long, Boolean> pinned) {
    static JournalledState of(List<Place> journal) throws IOException {
        JournalledState state = new JournalledState(new TreeMap<>(), new HashMap<>(), new HashMap<>());
        for (Place place : journal) {
            if (place.isEvent()) {
                state.events.put(place.id(), place);
            } else if (!place.isCommit()) {
                state.apply(place.change());
            }
        }
        return state;
    }

    private void apply(JournalledChange change) {
        Map<Long, Boolean> changed = switch (change.kind()) {
            case DELETED, BROUGHT_BACK -> present;
            case PINNED, UNPINNED -> pinned;
            case COMMITTED -> new HashMap<>();
        };
        boolean is = switch (change.kind()) {
            case BROUGHT_BACK, PINNED -> true;
            case DELETED, UNPINNED, COMMITTED -> false;
        };
        change.ids().forEach(id -> changed.put(id, is));
    }

    /** Events about which one thing was said last. */
    static List<Long> those(Map<Long, Boolean> said, boolean which) {
        return said.entrySet().stream().filter(each -> each.getValue() == which).map(Map.Entry::getKey).sorted()
                .toList();
    }

    boolean isGone(long id) {
        return Boolean.FALSE.equals(present.get(id));
    }
}
