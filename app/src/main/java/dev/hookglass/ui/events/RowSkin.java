package dev.hookglass.ui.events;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;

/** Draws a table whose rows are of one height, so that a million of them cost no more than a hundred. */
final class RowSkin<T> extends TableViewSkin<T> {
    private boolean isTelling;

    RowSkin(TableView<T> table) {
        super(table);
        // As JavaFX's own bar does: the keys are for the table again.
        flow().bar().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> table.requestFocus());
    }

    /** Where it is scrolled to: from 0 at the top to 1 at the end. */
    ReadOnlyDoubleProperty scrolledProperty() {
        return flow().bar().valueProperty();
    }

    private RowFlow<T> flow() {
        return (RowFlow<T>) getVirtualFlow();
    }

    @Override
    protected VirtualFlow<TableRow<T>> createVirtualFlow() {
        return new RowFlow<>();
    }

    @Override
    protected int getItemCount() {
        return isTelling ? flow().told() : super.getItemCount();
    }

    /** The flow is told of some; what is in sight stays as far from the top as it was. */
    @Override
    protected void updateItemCount() {
        RowFlow<T> flow = flow();
        double before = flow.offset();
        flow.setAll(super.getItemCount());
        isTelling = true;
        super.updateItemCount();
        isTelling = false;
        flow.show(before);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VERTICAL_SCROLLBAR
                ? flow().bar()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
