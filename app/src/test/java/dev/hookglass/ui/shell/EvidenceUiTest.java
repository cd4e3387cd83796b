package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.ui.EventTable;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** The tabs of the detail, on events as they come. */
class EvidenceUiTest extends WithWindow {
    private static final String CMP = "/optimizely/cmp";
    private static final String ASSET = "{\"event_name\":\"asset_modified\",\"data\":{\"asset\":{\"id\":\"019a86\","
            + "\"owner_organization_id\":\"5108\",\"type\":\"image\",\"links\":{\"self\":\"https://api.example.com/a\"}%s}}}";

    private void tab(String beginning) {
        await(() -> titles().stream().anyMatch(title -> title.startsWith(beginning)));
        onFx(() -> {
            tabs().getSelectionModel().select(tabs().getTabs().stream()
                    .filter(tab -> tab.getText().startsWith(beginning)).findFirst().orElseThrow());
            return true;
        });
    }

    private TabPane tabs() {
        return lookup(".detail > .tab-pane").query();
    }

    private List<String> titles() {
        return lookup(".detail > .tab-pane").tryQuery()
                .map(pane -> ((TabPane) pane).getTabs().stream().map(Tab::getText).toList()).orElse(List.of());
    }

    private boolean treeSays(String words) {
        return lookup(".payload-tree-row").queryAll().stream().flatMap(row -> row.lookupAll("Text").stream())
                .anyMatch(text -> ((Text) text).getText().contains(words));
    }

    @Test
    void theSchemaTab_tellsWhatDiffersAndSinceWhen_andLeadsToThePlace() throws Exception {
        post(CMP, ASSET.formatted(""), "Callback-Secret", "x");
        post(CMP, ASSET.formatted(",\"brand_new\":7"), "Callback-Secret", "x");
        await(() -> EventTable.events(this).size() == 2);
        select(0);
        tab("Schema 1");
        await(() -> isShown("Not in schema") && isShown("First seen"));
        await(() -> lookup(".schema").<ListView<?>>query().getItems().size() == 2);
        onFx(() -> {
            ListView<?> rows = lookup(".schema").query();
            rows.getSelectionModel().select(0);
            rows.requestFocus();
            return true;
        });
        push(KeyCode.ENTER);
        await(() -> treeSays("\"brand_new\""));
        assertTrue(titles().getFirst().startsWith("Body"));
        assertEquals(0, onFx(() -> tabs().getSelectionModel().getSelectedIndex()));
    }

    @Test
    void theItemsOfABatch_areATab_thatGoesWithTheBatch() throws Exception {
        post("/optimizely/campaign", "[{\"event\":\"bounce\",\"n\":1},{\"event\":\"click\",\"n\":2}]", "X-A", "b");
        post(CMP, ASSET.formatted(""), "Callback-Secret", "x");
        await(() -> EventTable.events(this).size() == 2);
        select(1);
        await(() -> titles().contains("Items 2"));
        select(0);
        await(() -> titles().stream().noneMatch(title -> title.startsWith("Items")));
    }

    @Test
    void theKeyOfTheSearch_searchesTheBodyOnceTheKeyboardIsThere() throws Exception {
        post(CMP, ASSET.formatted(""), "Callback-Secret", "x");
        await(() -> !EventTable.events(this).isEmpty());
        select(0);
        await(() -> treeSays("asset_modified"));
        onFx(() -> {
            lookup(".payload-tree-rows").query().requestFocus();
            return true;
        });
        push(KeyCode.SHORTCUT, KeyCode.F);
        await(() -> stage().getScene().getFocusOwner() instanceof TextField field
                && field.getParent().getStyleClass().contains("find-bar"));
        write("5108");
        await(() -> isShown("1 of 1"));
    }
}
