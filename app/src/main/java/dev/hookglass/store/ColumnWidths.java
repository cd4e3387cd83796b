package dev.hookglass.store;

import dev.hookglass.event.Capture;
import dev.hookglass.event.RequestHead;
import org.jspecify.annotations.Nullable;

/** How much the columns of the tables take: what the database would refuse afterwards is not acknowledged. */
final class ColumnWidths {
    private static final int NAME = 200;
    private static final int WORD = 1_000;
    private static final int REASON = 10_000;
    private static final int TARGET = 1_000_000;
    private static final int HEAD = 1 << 20;

    private ColumnWidths() {}

    /** Whether an event can be stored as it is. */
    static boolean take(Capture capture) {
        return capture.head().size() <= HEAD && fits(capture.provider(), NAME) && fits(capture.remote(), NAME)
                && fits(capture.type(), WORD) && fits(capture.key(), WORD)
                && fits(capture.verdict().reason(), REASON) && (short) capture.status() == capture.status()
                && (capture.head().size() <= WORD || fits(RequestHead.parse(capture.head())));
    }

    private static boolean fits(RequestHead head) {
        return fits(head.method(), WORD) && fits(head.target(), TARGET);
    }

    private static boolean fits(@Nullable String text, int most) {
        return text == null || text.length() <= most;
    }
}
