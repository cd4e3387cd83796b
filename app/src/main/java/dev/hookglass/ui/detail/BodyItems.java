package dev.hookglass.ui.detail;

import dev.hookglass.event.EventSummary;
import dev.hookglass.payload.ItemList;
import dev.hookglass.payload.JsonTree;
import dev.hookglass.provider.Batch;
import dev.hookglass.provider.Provider;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * What a body lists, if it is a list.
 *
 * @param types where an item names its type
 * @param kind of which sender and type the list is
 */
record BodyItems(ItemList items, List<String> types, String kind) {
    /** Looks for a list where the provider's file says that there is one, else in the body itself. Not for the FX thread. */
    static Optional<BodyItems> of(JsonTree body, EventSummary event, Optional<Provider> provider) {
        String place = provider.flatMap(Provider::batch).map(Batch::items).map(JsonPointer::toString).orElse("");
        List<String> types = provider.map(Provider::itemTypes).orElse(List.of()).stream().map(JsonPointer::toString)
                .toList();
        return ItemList.at(body, place).map(items -> new BodyItems(items, types, event.provider() + place));
    }
}
