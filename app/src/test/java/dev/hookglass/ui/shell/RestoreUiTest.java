package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.EventTable;
import dev.hookglass.ui.events.EventRow;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A window that is opened again is as it was left. */
class RestoreUiTest extends WithWindow {
    @Test
    void filterSourceAndSortAreThereAgain() throws Exception {
        post("/optimizely/cmp", "{\"event_name\":\"task_asset_added\"}", "X-Number", "1");
        post("/optimizely/cmp", "{\"event_name\":\"task_asset_added\",\"data\":{}}", "X-Number", "2");
        post("/elsewhere", "hello", "X-Number", "3");
        await(() -> rows().size() == 3);
        onFx(() -> {
            TableColumn<EventRow, ?> size = EventTable.view(this).getColumns().stream()
                    .filter(each -> "size".equals(each.getId())).findFirst().orElseThrow();
            size.setSortType(TableColumn.SortType.ASCENDING);
            EventTable.view(this).getSortOrder().setAll(List.of(size));
            return true;
        });
        typeFilter("type:task_*");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        push(KeyCode.DOWN);
        await(() -> rows().size() == 2);

        onFx(() -> {
            stage().hide();
            new Shell(stage(), workbench, OptionalInt.of(0), _ -> {}).show();
            return true;
        });

        await(() -> rows().size() == 2 && rows().getFirst().id() < rows().getLast().id());
        assertEquals("type:task_*", onFx(() -> lookup(".filter-field").<TextInputControl>query().getText()));
        assertEquals("size", onFx(() -> EventTable.view(this).getSortOrder().getFirst().getId()));
        assertTrue(onFx(() -> EventTable.view(this).getColumns().stream()
                .noneMatch(each -> "source".equals(each.getId()))), "only one source is shown");
    }

    @Test
    void aFolderThatCannotBeOpened_isToldInWords() {
        onFx(() -> {
            stage().hide();
            StartFailure.tell(stage(), new Problem("The folder is open in another Hookglass."));
            return true;
        });
        await(() -> lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("another Hookglass")));
        clickOn("Quit");
        await(() -> !stage().isShowing());
    }
}
