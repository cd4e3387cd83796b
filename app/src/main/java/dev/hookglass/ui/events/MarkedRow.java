package dev.hookglass.ui.events;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row that stands out until a person has looked at its event. */
final class MarkedRow extends TableRow<EventRow> {
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private final TableMemory memory;

    MarkedRow(TableMemory memory) {
        this.memory = memory;
        // All rows are of one height: what changes in one must not have JavaFX lay out the table, which goes through all
        // rows above for that.
        setManaged(false);
    }

    @Override
    protected void updateItem(@Nullable EventRow row, boolean empty) {
        super.updateItem(row, empty);
        mark();
    }

    /** Shows whether its event was seen. */
    void mark() {
        EventRow row = getItem();
        pseudoClassStateChanged(UNREAD, row != null && !isEmpty() && memory.isUnread(row.id()));
    }
}
