package dev.hookglass.ui.events;

import dev.hookglass.ledger.EventIds;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.ledger.Order;

/**
 * How the rows are sorted.
 *
 * @param order by what
 * @param isDescending whether the highest stands at the top
 */
record Sorting(Order order, boolean isDescending) {
    static final Sorting NEWEST_FIRST = new Sorting(Order.TIME, true);

    boolean isNewestFirst() {
        return equals(NEWEST_FIRST);
    }

    int[] sort(Ledger ledger, EventIds ids) {
        return order.sort(ledger, ids, isDescending);
    }
}
