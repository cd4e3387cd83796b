package dev.hookglass.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.hookglass.payload.ItemList;
import dev.hookglass.payload.JsonTree;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Choices;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemsTabUiTest extends UiTest {
    private static final String BATCH = "[" + String.join(",", IntStream.range(0, 300)
            .mapToObj(
                    i -> "{\"event\":\"bounce\",\"mailing\":{\"id\":%d},\"recipient\":\"r%d@example.com\",\"at\":1.10}"
                            .formatted(9_007_199_254_740_993L + i, i))
            .toList()) + "]";

    private final AtomicReference<String> shownInBody = new AtomicReference<>("");
    private Choices choices;
    private ItemsTab tab;

    @BeforeEach
    void open() {
        choices = Choices.unkept(background);
        tab = onFx(() -> new ItemsTab(background, choices, shownInBody::set));
        show(tab::root);
        fill();
        await(() -> itemSays("r0@example.com"));
    }

    private void fill() {
        JsonTree tree = assertInstanceOf(JsonTree.class, JsonTree.read(BATCH));
        onFx(() -> {
            tab.show(ItemList.at(tree, "").orElseThrow(), List.of("/event"), "campaign");
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<Integer> table() {
        return (TableView<Integer>) Objects.requireNonNull(tab.root().lookup(".items"));
    }

    private boolean itemSays(String words) {
        return tab.root().lookupAll(".payload-tree-row").stream()
                .flatMap(row -> row.lookupAll("Text").stream())
                .anyMatch(text -> ((Text) text).getText().contains(words));
    }

    private List<String> columns() {
        return onFx(
                () -> table().getColumns().stream().filter(TableColumn::isVisible).map(TableColumn::getText).toList());
    }

    @Test
    void eachItem_isARowWithItsNumberTypeAndFieldsAsSent() {
        assertEquals(List.of("#", "Type", "mailing.id", "recipient", "at"), columns());
        assertEquals(List.of("2", "bounce", "9007199254740994", "r1@example.com", "1.10"),
                onFx(() -> table().getColumns().stream().map(column -> column.getCellData(1)).toList()));
    }

    @Test
    void theItemSelected_isShownByItself_andInTheBody() {
        onFx(() -> {
            table().getSelectionModel().clearAndSelect(299);
            return true;
        });
        await(() -> itemSays("r299@example.com"));
        clickOn("Show in the body");
        assertEquals("/299", shownInBody.get());
    }

    @Test
    void columns_areChosenAndRemembered() {
        onFx(() -> {
            MenuButton menu = (MenuButton) Objects.requireNonNull(tab.root().lookup(".menu-button"));
            CheckMenuItem at = (CheckMenuItem) menu.getItems().stream().filter(item -> "at".equals(item.getText()))
                    .findFirst().orElseThrow();
            at.setSelected(false);
            at.getOnAction().handle(null);
            return true;
        });
        assertEquals(List.of("#", "Type", "mailing.id", "recipient"), columns());
        fill();
        assertEquals(List.of("#", "Type", "mailing.id", "recipient"), columns());
    }
}
