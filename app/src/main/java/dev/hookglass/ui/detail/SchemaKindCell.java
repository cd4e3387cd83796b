package dev.hookglass.ui.detail;

import java.util.Locale;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a difference is, as glyph and words. */
final class SchemaKindCell extends TableCell<SchemaRow, String> {
    private final FontIcon icon = SchemaRow.Kind.UNKNOWN.icon().node();

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
        super.updateItem(words, empty);
        SchemaRow row = getTableRow() == null ? null : getTableRow().getItem();
        setText(empty ? null : words);
        setGraphic(empty || row == null ? null : icon);
        getStyleClass().removeIf(name -> name.startsWith("schema-kind-"));
        if (row != null && !empty) {
            row.kind().icon().into(icon);
            getStyleClass().add("schema-kind-" + row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
