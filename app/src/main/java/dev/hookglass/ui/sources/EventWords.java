package dev.hookglass.ui.sources;

import dev.hookglass.event.EventSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A captured request in a line, for a box that takes nothing that is typed. */
final class EventWords extends StringConverter<EventSummary> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Override
    public String toString(@Nullable EventSummary event) {
        return event == null
                ? ""
                : TIME.format(event.receivedAt()) + "  " + event.method() + " " + event.target()
                        + (event.type() == null ? "" : "  " + event.type());
    }

    @Override
    public @Nullable EventSummary fromString(String typed) {
        return null;
    }
}
