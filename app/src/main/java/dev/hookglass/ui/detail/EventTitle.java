package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an event is: its type, and below it its source and when it came. */
final class EventTitle extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final Label type = new Label();
    private final Label source = new Label();
    private final Label attempt = new Label();
    private final Label time = new Label();

    EventTitle() {
        getStyleClass().add("event-title");
        type.getStyleClass().add("title");
        type.setMinWidth(0);
        source.getStyleClass().add("chip");
        attempt.getStyleClass().add("chip");
        time.getStyleClass().addAll("mono", "muted");
        for (Label fixed : new Label[]{source, attempt, time}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox origin = new HBox(source, attempt, space, time);
        origin.getStyleClass().add("origin");
        origin.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(type, origin);
    }

    /** @param first when the first event with its key was received; empty if this is the first */
    void show(EventSummary event, String sourceName, Optional<Instant> first) {
        String name = event.type() == null ? event.method() + " " + event.target() : event.type();
        type.setText(event.items() == 1 ? name : name + "  ×" + event.items());
        type.setTooltip(new Tooltip(name));
        source.setText(sourceName);
        attempt.setText(first.map(time -> text("detail.attempt.after", event.attempt(), span(time, event.receivedAt())))
                .orElseGet(() -> text("detail.attempt", event.attempt())));
        attempt.setVisible(event.attempt() > 1);
        attempt.setManaged(event.attempt() > 1);
        time.setText(TIME.format(event.receivedAt()));
        time.setTooltip(new Tooltip(text("detail.from", event.id(), event.remote(), DATE.format(event.receivedAt()))));
    }

    /** A span in its largest unit; none where the clock was set back in between. */
    private static String span(Instant from, Instant to) {
        Duration span = from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        if (span.toSeconds() < 1) {
            return text("span.millis", span.toMillis());
        }
        if (span.toMinutes() < 1) {
            return text("span.seconds", span.toSeconds());
        }
        if (span.toHours() < 1) {
            return text("span.minutes", span.toMinutes());
        }
        return span.toDays() < 2 ? text("span.hours", span.toHours()) : text("span.days", span.toDays());
    }
}
