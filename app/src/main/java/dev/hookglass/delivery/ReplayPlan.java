package dev.hookglass.delivery;

import dev.hookglass.event.EventSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is sent again, and how.
 *
 * @param items the events, in the order received
 * @param order the order to send them in
 * @param copies how often each is sent, one right after the other; at least 1
 * @param pace how fast
 * @param connections how many are under way at a time, at most {@value Sender#CONNECTIONS_PER_TARGET}; with 1 each waits for
 *     the answer to the one before
 */
public record ReplayPlan(List<Item> items, Order order, int copies, Pace pace, int connections) {
    public ReplayPlan {
        items = List.copyOf(items);
        if (copies < 1 || connections < 1 || connections > Sender.CONNECTIONS_PER_TARGET) {
            throw new IllegalArgumentException("Not a number of copies or connections");
        }
    }

    /**
     * An event to be sent again.
     *
     * @param bodyBytes the length of its body
     */
    public record Item(long eventId, Instant receivedAt, long bodyBytes) {
        public static Item of(EventSummary event) {
            return new Item(event.id(), event.receivedAt(), event.bodyBytes());
        }
    }

    /** All that is sent, in order. */
    List<Item> inOrder() {
        List<Item> all = new ArrayList<>(items.size() * copies);
        for (Item item : order.of(items)) {
            all.addAll(Collections.nCopies(copies, item));
        }
        return all;
    }
}
