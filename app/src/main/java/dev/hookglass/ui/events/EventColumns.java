package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Answer;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.ui.base.VerdictLabel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The columns of the events table. */
final class EventColumns {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH);

    private static final double SMALLEST = 64;

    private EventColumns() {}

    static void addTo(TableView<EventSummary> table, IntFunction<String> sourceName) {
        table.getColumns()
                .addAll(List.of(
                        fixed(words("time", 104, EventColumns::time, "time")),
                        marks(),
                        column("type", 206, event -> event, TypeCell::new),
                        words("source", 116, event -> sourceName.apply(event.sourceId())),
                        fixed(column("verdict", 112, event -> event.verdict().outcome(), VerdictCell::new)),
                        fixed(column("reply", 62, EventColumns::reply, StatusCell::new)),
                        fixed(words("size", 66, event -> Sizes.of(event.bodyBytes()), "number"))));
    }

    /** Shows or hides the column that names the source, which says nothing while only one is shown. */
    static void showSource(TableView<EventSummary> table, boolean shown) {
        table.getColumns().stream().filter(column -> "source".equals(column.getId()))
                .forEach(column -> column.setVisible(shown));
    }

    /** What has a known width keeps it, and leaves the rest to names, which have not. */
    private static <T> TableColumn<EventSummary, T> fixed(TableColumn<EventSummary, T> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
        return column;
    }

    private static TableColumn<EventSummary, EventSummary> marks() {
        TableColumn<EventSummary, EventSummary> column = column("marks", MarkCell.WIDTH, event -> event, MarkCell::new);
        column.setMinWidth(MarkCell.WIDTH);
        column.setMaxWidth(MarkCell.WIDTH);
        column.getStyleClass().add("marks");
        return column;
    }

    /** The time of day; of another day, its date as well. */
    private static String time(EventSummary event) {
        ZonedDateTime received = event.receivedAt().atZone(ZoneId.systemDefault());
        return (received.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME : DATE).format(received);
    }

    /** The type with the number of events in a batch; where there is no type, what was requested. */
    static String type(EventSummary event) {
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

    private static TableColumn<EventSummary, String> words(String key, double width,
            Function<EventSummary, String> words, String... styleClasses) {
        TableColumn<EventSummary, String> column = column(key, width, words, TextCell::new);
        column.getStyleClass().addAll(styleClasses);
        return column;
    }

    private static <T> TableColumn<EventSummary, T> column(String key, double width, Function<EventSummary, T> value,
            Supplier<TableCell<EventSummary, T>> cell) {
        TableColumn<EventSummary, T> column = new TableColumn<>(text("events.column." + key));
        column.setId(key);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> cell.get());
        column.setPrefWidth(width);
        column.setMinWidth(SMALLEST);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class TextCell extends TableCell<EventSummary, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
        }
    }

    /** The type, behind the mark of a pinned event. */
    private static final class TypeCell extends TableCell<EventSummary, EventSummary> {
        private final Node mark = Icon.PIN.node();

        @Override
        protected void updateItem(@Nullable EventSummary event, boolean empty) {
            super.updateItem(event, empty);
            if (event == null || empty) {
                setText(null);
                setGraphic(null);
            } else {
                setText(type(event));
                setGraphic(event.pinned() ? mark : null);
            }
        }
    }

    private static final class VerdictCell extends TableCell<EventSummary, Outcome> {
        private final VerdictLabel label = new VerdictLabel();

        @Override
        protected void updateItem(@Nullable Outcome outcome, boolean empty) {
            super.updateItem(outcome, empty);
            if (outcome == null || empty) {
                setGraphic(null);
            } else {
                label.show(outcome);
                setGraphic(label);
            }
        }
    }

    private static final class StatusCell extends TableCell<EventSummary, String> {
        @Override
        protected void updateItem(@Nullable String status, boolean empty) {
            super.updateItem(status, empty);
            getStyleClass().removeIf(name -> name.startsWith("status-"));
            if (status == null || empty) {
                setText(null);
            } else {
                setText(status);
                getStyleClass().add(Character.isDigit(status.charAt(0))
                        ? "status-" + status.charAt(0) + "xx"
                        : "status-none");
            }
        }
    }
}
