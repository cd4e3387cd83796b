package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Answer;
import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.ui.base.VerdictLabel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The cells of the events table. What is not read yet is empty. */
final class EventCells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH);
    private static final long MOST_MICROS = 10_000;
    /** As the style sheets have them. */
    private static final String FONT = "Inter";
    private static final double SIZE = 13;
    private static final double PADDING = 14;

    private EventCells() {}

    /** A cell. */
    abstract static class ContentCell extends TableCell<EventRow, EventRow.Content> {
        ContentCell() {
            // Looked up only for the cell that is pointed at, since there are many.
            setOnMouseEntered(_ -> setTooltip(isTextTruncated() ? new Tooltip(getText()) : null));
        }

        @Override
        protected final void updateItem(EventRow.@Nullable Content content, boolean empty) {
            super.updateItem(content, empty);
            if (content == null || empty) {
                clear();
            } else {
                fill(content);
            }
        }

        abstract void fill(EventRow.Content content);

        void clear() {
            setText(null);
            setGraphic(null);
        }
    }

    static ContentCell of(Fact fact, IntFunction<String> sourceName) {
        return switch (fact) {
            case TIME -> words(EventCells::time);
            case MARKS -> new MarkCell();
            case TYPE -> new TypeCell();
            case SOURCE -> words(event -> sourceName.apply(event.sourceId()));
            case VERDICT -> new VerdictCell();
            case REPLY -> new StatusCell();
            case SIZE -> words(event -> Sizes.of(event.bodyBytes()));
            case DURATION -> words(EventCells::duration);
            case METHOD -> words(EventSummary::method);
            case PATH -> words(EventSummary::target);
            case ATTEMPT -> words(event -> Integer.toString(event.attempt()));
            case REMOTE -> words(EventSummary::remote);
        };
    }

    /** How wide a cell has to be to show a text, about. */
    static double width(String words) {
        Text text = new Text(words);
        text.setFont(Font.font(FONT, SIZE));
        return Math.ceil(text.getLayoutBounds().getWidth()) + PADDING;
    }

    /** The value of a column that a person defined. */
    static ContentCell value(int index) {
        return new ContentCell() {
            @Override
            void fill(EventRow.Content content) {
                // A column that was added a moment ago has no values yet.
                setText(index < content.values().size() ? content.values().get(index) : "");
            }
        };
    }

    private static ContentCell words(Function<EventSummary, String> words) {
        return new ContentCell() {
            @Override
            void fill(EventRow.Content content) {
                setText(words.apply(content.event()));
            }
        };
    }

    /** The time of day; of another day, its date as well. */
    private static String time(EventSummary event) {
        ZonedDateTime received = event.receivedAt().atZone(ZoneId.systemDefault());
        return (received.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME : DATE).format(received);
    }

    /** How long the sender waited for the reply. */
    private static String duration(EventSummary event) {
        return event.answer().flatMap(Answer::after).map(EventCells::duration).orElse("");
    }

    private static String duration(Duration took) {
        long micros = took.toNanos() / 1_000;
        return micros < MOST_MICROS
                ? String.format(Locale.ROOT, "%.1f ms", micros / 1e3)
                : took.toMillis() < MOST_MICROS
                        ? took.toMillis() + " ms"
                        : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
    }

    /** The type with the number of events in a batch; where there is no type, what was requested. */
    private static String type(EventSummary event) {
        String name = event.type() == null ? event.method() + " " + event.target() : event.type();
        boolean isHandshake = event.answer().map(Answer::isHandshake).orElse(false);
        return (event.items() == 1 ? name : name + "  ×" + event.items())
                + (isHandshake ? text("events.handshake") : "");
    }

    /** The status; where there was none, what happened instead. */
    private static String reply(EventSummary event) {
        if (event.status() > 0) {
            return Integer.toString(event.status());
        }
        boolean isDropped = event.answer().map(answer -> answer.outcome() == Answer.Outcome.DROPPED).orElse(false);
        return text(isDropped ? "events.reply.dropped" : "events.reply.none");
    }

    /** The type, behind the mark of a pinned event. */
    private static final class TypeCell extends ContentCell {
        private final Node mark = Icon.PIN.node();

        @Override
        void fill(EventRow.Content content) {
            setText(type(content.event()));
            setGraphic(content.event().pinned() ? mark : null);
        }
    }

    private static final class VerdictCell extends ContentCell {
        private final VerdictLabel label = new VerdictLabel();

        VerdictCell() {
            setGraphic(label);
        }

        @Override
        void fill(EventRow.Content content) {
            label.show(content.event().verdict().outcome());
            label.setVisible(true);
        }

        /** Hidden and not taken away: what comes back into the window has JavaFX look through the whole style sheet. */
        @Override
        void clear() {
            label.setVisible(false);
        }
    }

    private static final class StatusCell extends ContentCell {
        private String styleClass = "status-none";

        StatusCell() {
            getStyleClass().add(styleClass);
        }

        @Override
        void fill(EventRow.Content content) {
            String status = reply(content.event());
            setText(status);
            String other = Character.isDigit(status.charAt(0)) ? "status-" + status.charAt(0) + "xx" : "status-none";
            if (!other.equals(styleClass)) {
                // Only then: JavaFX looks through the whole style sheet for it.
                getStyleClass().remove(styleClass);
                getStyleClass().add(other);
                styleClass = other;
            }
        }
    }
}
