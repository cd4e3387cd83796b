package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.Tally;
import dev.hookglass.store.UnreadableStore;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pinning, deleting and looking after the file, in the real window. */
class KeepingUiTest extends WithWindow {
    @BeforeEach
    void captureThreeEvents() throws Exception {
        for (int i = 1; i <= 3; i++) {
            post("/optimizely/cmp", "{\"event_name\":\"task_asset_added\"}", "X-Number", Integer.toString(i));
        }
        await(() -> rows().size() == 3);
    }

    @Test
    void deletedEventsGoAndComeBackByUndo() throws Exception {
        select(0, 1);
        type(KeyCode.DELETE);
        await(() -> rows().size() == 1);
        assertEquals(1, stored());
        await(() -> isShown("2 events were deleted."));
        Screenshots.save(stage().getScene().getRoot(), "deleted");

        press("Undo");
        await(() -> rows().size() == 3);
        assertEquals(3, stored());
    }

    @Test
    void pinnedEventsAreMarkedAndFoundByTheFilter() throws Exception {
        select(1);
        press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        await(() -> rows().get(1).pinned());

        typeFilter("is:pinned");
        await(() -> rows().size() == 1 && rows().getFirst().id() == 2);
    }

    @Test
    void aRetrySaysHowLongAfterTheFirstItCame() {
        select(0);
        await(() -> lookup(".chip").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().matches("attempt 3, .* after the first")));
    }

    @Test
    void theStorageSettingsAreSavedAndABackupIsWritten() throws Exception {
        openSettings();
        onFx(() -> {
            lookup("#power-safe").<CheckBox>query().fire();
            return true;
        });
        await(() -> workbench.settings().get().storage().powerSafe());
        onFx(() -> {
            lookup("#keep-events").<TextInputControl>query().setText("2");
            return true;
        });
        press("Save");
        await(() -> workbench.settings().get().storage().retention().events() == 2);
        await(() -> stored() == 2);
        press("Back up");
        await(() -> lookup(".banner-title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Written to")));
        press("Compact");
        await(() -> lookup(".banner-title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Compacted:")));
        Screenshots.save(stage().getScene().getRoot(), "settings");
        try (var backups = Files.list(folder.resolve("backups"))) {
            assertEquals(1, backups.count());
        }
    }

    @Test
    void aDamagedDatabaseOffersTheWaysOn() throws Exception {
        onFx(() -> {
            stage().hide();
            return true;
        });
        workbench.close();
        Path file = folder.resolve("events.mv.db");
        byte[] damaged = new byte[20_000];
        Files.write(file, damaged);
        CompletableFuture<Workbench> opened = new CompletableFuture<>();
        try {
            Workbench.open(folder).close();
            throw new AssertionError("It opened");
        } catch (UnreadableStore problem) {
            onFx(() -> {
                new StartFailure(stage(), folder, opened::complete).show(problem);
                return true;
            });
        }
        Screenshots.save(stage().getScene().getRoot(), "start-failure");
        press("Set aside and start fresh");
        workbench = opened.get(20, TimeUnit.SECONDS);
        assertEquals(0, stored());
        try (var files = Files.list(folder)) {
            assertTrue(files.anyMatch(each -> each.getFileName().toString().startsWith("events-damaged-")));
        }
    }

    private void openSettings() {
        onFx(() -> {
            lookup(".top-bar .menu-button").<javafx.scene.control.MenuButton>query().getItems().stream()
                    .filter(item -> "Settings…".equals(item.getText())).findFirst().orElseThrow().fire();
            return true;
        });
        await(() -> lookup("#power-safe").tryQuery().isPresent());
    }

    private long stored() throws Problem {
        return workbench.events().tallies().stream().mapToLong(Tally::events).sum();
    }

    private void press(String label) {
        onFx(() -> {
            lookup(".button").queryAllAs(Button.class).stream()
                    .filter(button -> label.equals(button.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }
}
