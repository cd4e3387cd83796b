package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Alt and a click on a cell filter by what it shows; with Shift as well, that is excluded. */
final class CellFilter {
    private final IntFunction<String> sourceName;
    private final Consumer<String> onFilter;
    /** Where a menu was asked for last. */
    private @Nullable String column;

    /** @param onFilter told a word to filter by as well */
    CellFilter(IntFunction<String> sourceName, Consumer<String> onFilter) {
        this.sourceName = sourceName;
        this.onFilter = onFilter;
    }

    void addTo(TableView<?> table) {
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            TableCell<?, ?> cell = event.isKeyboardTrigger() ? null : cell(event.getTarget());
            column = cell == null ? null : cell.getTableColumn().getId();
        });
    }

    /** The id of the column that the menu was asked for in; null where it was asked for by a key. */
    @Nullable
    String column() {
        return column;
    }

    private void pressed(MouseEvent press) {
        TableCell<?, ?> cell = press.isAltDown() ? cell(press.getTarget()) : null;
        if (cell != null && cell.getTableRow().getItem() instanceof EventRow row) {
            EventSummary event = row.event();
            String term = event == null ? null : CellTerms.of(event, sourceName).get(cell.getTableColumn().getId());
            if (term != null) {
                onFilter.accept(press.isShiftDown() ? "-" + term : term);
                press.consume();
            }
        }
    }

    private static @Nullable TableCell<?, ?> cell(EventTarget target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && !(node instanceof TableCell)) {
            node = node.getParent();
        }
        return node instanceof TableCell<?, ?> cell ? cell : null;
    }
}
