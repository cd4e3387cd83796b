package dev.hookglass.provider;

import tools.jackson.core.JsonPointer;

/**
 * How a provider puts several events into one request.
 *
 * @param items where in the body the list of events is; the empty pointer is the body itself
 * @param max the largest number of events in one request
 */
public record Batch(JsonPointer items, int max) {
    /** A place in the first event of a body as a place in any one event; a place elsewhere stays what it is. */
    public JsonPointer within(JsonPointer place) {
        JsonPointer rest = place;
        for (JsonPointer way = items; !way.matches(); way = way.tail()) {
            if (rest.matches() || !rest.getMatchingProperty().equals(way.getMatchingProperty())) {
                return place;
            }
            rest = rest.tail();
        }
        return rest.mayMatchElement() ? rest.tail() : place;
    }
}
