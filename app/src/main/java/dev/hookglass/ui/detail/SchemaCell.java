package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A difference in two lines: what and where, and below it what is there. */
final class SchemaCell extends ListCell<SchemaRow> {
    private final FontIcon icon = SchemaRow.Kind.UNKNOWN.icon().node();
    private final Label kind = new Label();
    private final Label pointer = new Label();
    private final Label detail = new Label();
    private final Tooltip tip = new Tooltip();
    private final VBox lines;

    SchemaCell() {
        kind.setGraphic(icon);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        kind.getStyleClass().add("strong");
        pointer.getStyleClass().add("mono");
        pointer.setMinWidth(0);
        detail.getStyleClass().addAll("secondary", "schema-detail");
        detail.setMinWidth(0);
        HBox first = new HBox(8, kind, pointer);
        first.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(2, first, detail);
        lines.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list and not as the longest line.
        lines.setMinWidth(0);
        lines.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable SchemaRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeIf(name -> name.startsWith("schema-kind-"));
        if (row == null || empty) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String words = text("schema." + row.kind().key());
        row.kind().icon().into(icon);
        kind.setText(words);
        pointer.setText(row.pointer());
        detail.setText(row.detail());
        tip.setText(row.pointer() + "\n" + row.detail());
        setTooltip(tip);
        setAccessibleText(words + " " + row.pointer() + ": " + row.detail());
        getStyleClass().add("schema-kind-" + row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setGraphic(lines);
    }
}
