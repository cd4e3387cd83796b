package dev.hookglass.ui.events;

import dev.hookglass.ledger.Order;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that every event has, in the order in which they stand at first. */
enum Fact {
    TIME(102, Order.TIME, true), MARKS(36, null, true), TYPE(206, Order.TYPE, true), SOURCE(116, Order.SOURCE, true),
    VERDICT(106, Order.VERDICT, true), REPLY(54, Order.REPLY, true), SIZE(62, Order.SIZE, true),
    DURATION(84, Order.DURATION, false), METHOD(72, Order.METHOD, false), PATH(180, null, false),
    ATTEMPT(76, Order.ATTEMPT, false), REMOTE(140, null, false);

    private final double width;
    private final @Nullable Order order;
    private final boolean isShown;

    Fact(double width, @Nullable Order order, boolean isShown) {
        this.width = width;
        this.order = order;
        this.isShown = isShown;
    }

    /** What it is remembered by, and the end of the key of its title. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In pixels, at first. */
    double width() {
        return width;
    }

    /** What it can be sorted by; empty where the ledger does not have it, and a million could not be sorted at once. */
    Optional<Order> order() {
        return Optional.ofNullable(order);
    }

    /** Whether it is shown at first. */
    boolean isShown() {
        return isShown;
    }

    /** Whether it takes what room is left; others keep their width. */
    boolean isFlexible() {
        return this == TYPE || this == PATH;
    }
}
