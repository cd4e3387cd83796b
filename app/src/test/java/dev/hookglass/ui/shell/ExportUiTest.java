package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.export.ExportFormat;
import dev.hookglass.filter.EventFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events handed to other tools, from the real window. */
class ExportUiTest extends WithWindow {
    private static final String BODY = "{\"event_name\":\"task_asset_added\"}";

    @BeforeEach
    void captureTwo() throws Exception {
        for (int i = 1; i <= 2; i++) {
            post("/optimizely/cmp", BODY, "Callback-Secret", "s3cret-canary");
        }
        await(() -> rows().size() == 2);
    }

    private static String clipboard() {
        return onFx(() -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
    }

    private List<MenuItem> rowMenu() {
        return onFx(() -> {
            ContextMenu menu = lookup(".events").<TableView<?>>query().getContextMenu();
            menu.getOnShowing().handle(null);
            return List.copyOf(menu.getItems());
        });
    }

    private static MenuItem item(List<MenuItem> items, String words) {
        return items.stream().filter(item -> words.equals(item.getText())).findFirst().orElseThrow();
    }

    private static void fire(MenuItem item) {
        onFx(() -> {
            item.fire();
            return true;
        });
    }

    @Test
    void aSelectedEventIsCopiedAsCurlByItsKey_withoutItsSecret() {
        select(0);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.CONTROL);
        await(() -> isShown("Copied. Headers that carry secrets say REDACTED."));
        assertTrue(clipboard().startsWith("curl "), clipboard());
        assertTrue(clipboard().contains("--data-raw '" + BODY + "'"), clipboard());
        assertTrue(
                clipboard().contains("Callback-secret: REDACTED") || clipboard().contains("Callback-Secret: REDACTED"),
                clipboard());
        assertFalse(clipboard().contains("canary"));
    }

    @Test
    void secretsGoAlongOnce_ifAskedFor() {
        select(0);
        await(() -> lookup("#copy-as").tryQuery().isPresent());
        List<MenuItem> items = lookup("#copy-as").<MenuButton>query().getItems();
        fire(items.getLast());
        fire(item(items, "cURL for PowerShell"));
        await(() -> isShown("Copied. The secrets are in it: take care whom you give it to."));
        assertTrue(clipboard().startsWith("$body = "), clipboard());
        assertTrue(clipboard().contains("s3cret-canary"), clipboard());

        fire(item(items, "Raw HTTP (.http)"));
        await(() -> isShown("Copied. Headers that carry secrets say REDACTED."));
        assertTrue(clipboard().startsWith("POST /optimizely/cmp HTTP/1.1"), clipboard());
        assertFalse(clipboard().contains("canary"));
    }

    @Test
    void severalAreCopiedFromTheRowMenu() {
        select(0, 1);
        fire(item(((Menu) item(rowMenu(), "Copy as")).getItems(), "cURL for the Windows command prompt"));
        await(() -> isShown("Copied 2 events. Headers that carry secrets say REDACTED."));
        assertEquals(2, clipboard().lines().filter(line -> line.startsWith("curl ")).count(), clipboard());
        assertTrue(((Menu) item(rowMenu(), "Export 2 events")).getItems().size() > 7);
        assertTrue(((Menu) item(rowMenu(), "Export all events")).getItems().size() > 7);
    }

    @Test
    void aFileIsWrittenWhole_orNotAtAll() throws Exception {
        Path file = Files.writeString(folder.resolve("out.jsonl"), "old");
        VBox place = new VBox();
        ExportCommands commands = onFx(() -> new ExportCommands(workbench.exporting(), background,
                new Notices(place.getChildren()), () -> EventFilter.ALL, name -> {
                    assertEquals("events.jsonl", name);
                    return Optional.of(file);
                }));
        onFx(() -> {
            commands.exportShown(ExportFormat.JSONL);
            return true;
        });
        await(() -> place.lookupAll(".banner-title").stream().anyMatch(node -> node instanceof Label label
                && label.getText().startsWith("2 events written to " + file)));
        assertEquals(2, Files.readAllLines(file).size());
        assertFalse(Files.readString(file).contains("canary"));
        assertFalse(Files.exists(folder.resolve("out.jsonl.part")));
        Path nowhere = folder.resolve("no/such/folder.har");
        ExportCommands failing = onFx(() -> new ExportCommands(workbench.exporting(), background,
                new Notices(place.getChildren()), () -> EventFilter.ALL, _ -> Optional.of(nowhere)));
        onFx(() -> {
            failing.export(rows(), ExportFormat.HAR);
            return true;
        });
        await(() -> place.lookupAll(".banner-title").stream().anyMatch(node -> node instanceof Label label
                && label.getText().contains("cannot be written")));
    }
}
