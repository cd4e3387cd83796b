package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import java.io.IOException;

/** What the journal has one of after the other. */
sealed interface JournalRecord permits JournalledEvent, JournalledChange {
    /** Everything but {@link #body}, beginning with eight bytes that are above zero for an event, and its id then. */
    byte[] front() throws IOException;

    /** What may be large. */
    Bytes body();
}
