package dev.hookglass.store;

import dev.hookglass.event.EventSummary;

/** An event that was given its number, as the journal has it and as tables show it. */
record StoredEvent(JournalledEvent event, EventSummary summary) {
    static StoredEvent of(JournalledEvent event) {
        return new StoredEvent(event, event.summary());
    }

    long id() {
        return event.id();
    }

    long bytes() {
        return (long) event.capture().head().size() + event.body().size();
    }
}
