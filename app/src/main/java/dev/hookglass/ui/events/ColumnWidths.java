package dev.hookglass.ui.events;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Columns keep the width that a person gave them; what room is left goes to one whose content has no known width, and is taken
 * from there.
 */
@SuppressWarnings("rawtypes") // As JavaFX declares it.
final class ColumnWidths implements Callback<TableView.ResizeFeatures, Boolean> {
    private final Predicate<String> isFlexible;

    /** @param isFlexible whether a column of an id takes what room is left */
    ColumnWidths(Predicate<String> isFlexible) {
        this.isFlexible = isFlexible;
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        TableColumnBase<?, ?> resized = features.getColumn();
        if (resized != null) {
            resized.setPrefWidth(Math.max(resized.getMinWidth(), resized.getWidth() + features.getDelta()));
        }
        List<TableColumnBase<?, ?>> columns = columns(features.getTable());
        double taken = columns.stream().mapToDouble(TableColumnBase::getWidth).sum();
        double left = Math.floor(features.getContentWidth() - taken);
        for (TableColumnBase<?, ?> column : columns) {
            if (!column.equals(resized) && isFlexible.test(String.valueOf(column.getId()))) {
                double before = column.getWidth();
                column.setPrefWidth(Math.max(column.getMinWidth() * 2, before + left));
                // What one cannot give, the next one may.
                left -= column.getPrefWidth() - before;
            }
        }
        return true;
    }

    private static List<TableColumnBase<?, ?>> columns(TableView<?> table) {
        return List.copyOf(table.getVisibleLeafColumns());
    }
}
