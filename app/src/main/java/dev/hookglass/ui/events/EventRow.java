package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A row of the table: an event, known by its id, and what is shown of it once that is read. For the FX thread. */
public final class EventRow {
    private final long id;
    private final ReadOnlyObjectWrapper<@Nullable Content> content = new ReadOnlyObjectWrapper<>();

    /**
     * What a row shows.
     *
     * @param event the event without its content
     * @param values those of the columns that a person defined, in their order; empty where there is none
     */
    record Content(EventSummary event, List<String> values) {
        Content {
            values = List.copyOf(values);
        }
    }

    EventRow(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    /** The event; null until it is read. */
    public @Nullable EventSummary event() {
        Content shown = content.get();
        return shown == null ? null : shown.event();
    }

    ReadOnlyObjectProperty<@Nullable Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    void show(Content read) {
        content.set(read);
    }

    /** Rows are the same where their events are, whichever was made first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventRow row && row.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
