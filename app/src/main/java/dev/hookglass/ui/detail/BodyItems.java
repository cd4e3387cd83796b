package dev.hookglass.ui.detail;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.payload.Decoded;
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
    static Optional<BodyItems> read(CapturedEvent event, Optional<Provider> provider) {
        String place = provider.flatMap(Provider::batch).map(Batch::items).map(JsonPointer::toString).orElse("");
        List<Header> headers = event.request().headers();
        boolean mayBe = !place.isEmpty() || beginsAsList(event)
                || headers.stream().anyMatch(header -> header.is("Content-Encoding"));
        if (!mayBe || !(Decoded.decode(event.body(), headers) instanceof Decoded.Text text)
                || !(JsonTree.read(text.text()) instanceof JsonTree tree)) {
            return Optional.empty();
        }
        List<String> types = provider.map(Provider::itemTypes).orElse(List.of()).stream().map(JsonPointer::toString)
                .toList();
        return ItemList.at(tree, place)
                .map(items -> new BodyItems(items, types, event.summary().provider() + place));
    }

    /** Spares reading most bodies twice. */
    private static boolean beginsAsList(CapturedEvent event) {
        byte[] bytes = event.body().array();
        int at = 0;
        while (at < bytes.length && (bytes[at] <= ' ')) {
            at++;
        }
        return at < bytes.length && bytes[at] == '[';
    }
}
