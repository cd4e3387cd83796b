package dev.hookglass.ui.replay;

import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.event.CapturedEvent;
import java.util.List;
import java.util.Optional;

/**
 * The events that are to be sent again.
 *
 * @param items in the order received
 * @param one the event itself, where it is just one
 */
record Chosen(List<ReplayPlan.Item> items, Optional<CapturedEvent> one) {
    static final Chosen NONE = new Chosen(List.of(), Optional.empty());

    Chosen {
        items = List.copyOf(items);
    }
}
