package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Change;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of results: event, status, time, answer, and what became better or worse. */
final class ResultsTable extends TableView<ResultRow> {
    private static final double ROW_HEIGHT = 26;

    ResultsTable(Results results) {
        super(results);
        setFixedCellSize(ROW_HEIGHT);
        getStyleClass().add("results");
        setAccessibleText(text("replay.results"));
        setPlaceholder(new Label(text("replay.results.none")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("event", 80, (label, row) -> label.setText(Long.toString(row.eventId()))));
        getColumns().add(column("status", 90, (label, row) -> {
            label.setText(ResultWords.status(row.status()));
            label.getStyleClass().add(ResultWords.styleClass(row.status()));
        }));
        getColumns().add(column("time", 90, (label, row) -> {
            label.setText(ResultWords.millis(row.micros()));
            label.setAlignment(Pos.CENTER_RIGHT);
            label.setMaxWidth(Double.MAX_VALUE);
        }));
        getColumns().getLast().getStyleClass().add("number");
        getColumns().add(column("change", 150, (label, row) -> {
            label.setText(ResultWords.change(row));
            if (row.change() != Change.FIRST) {
                FontIcon icon = ResultWords.icon(row.change()).node();
                icon.setIconSize(12);
                label.setGraphic(icon);
            }
            label.getStyleClass().add(switch (row.change()) {
                case FIRST, SAME -> "muted";
                case FIXED -> "status-2xx";
                case REGRESSED -> "status-5xx";
            });
        }));
        getColumns().add(column("answer", 260, (label, row) -> label.setText(ResultWords.response(row))));
    }

    private static TableColumn<ResultRow, ResultRow> column(String name, double width,
            BiConsumer<Label, ResultRow> show) {
        TableColumn<ResultRow, ResultRow> column = new TableColumn<>(text("replay.column." + name));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(show));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class Cell extends TableCell<ResultRow, ResultRow> {
        private final BiConsumer<Label, ResultRow> show;

        Cell(BiConsumer<Label, ResultRow> show) {
            this.show = show;
        }

        @Override
        protected void updateItem(@Nullable ResultRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            Label label = new Label();
            show.accept(label, row);
            setGraphic(label);
        }
    }
}
