package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Tally;
import dev.hookglass.store.UnreadableStore;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.EventTable;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.events.EventRow;
import dev.hookglass.workbench.Workbench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pinning, deleting and looking after the file, in the real window. */
class KeepingUiTest extends UiTest {
    @TempDir
    Path folder;

    private Workbench workbench;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void openWindow() throws Exception {
        workbench = Workbench.open(folder);
        onFx(() -> {
            new Shell(stage(), workbench, OptionalInt.of(0), _ -> {}).show();
            return true;
        });
        await(() -> workbench.url().isPresent());
        for (int i = 1; i <= 3; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(workbench.url().orElseThrow() + "/optimizely/cmp"))
                    .header("X-Number", Integer.toString(i))
                    .POST(BodyPublishers.ofString("{\"event_name\":\"task_asset_added\"}"))
                    .build();
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
        }
        await(() -> rows().size() == 3);
    }

    @AfterEach
    void closeWindow() throws Problem {
        onFx(() -> {
            stage().hide();
            return true;
        });
        workbench.close();
        client.close();
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

        onFx(() -> {
            lookup(".filter-field").<TextInputControl>query().setText("is:pinned");
            return true;
        });
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

    private List<EventSummary> rows() {
        return EventTable.events(this);
    }

    private void select(int... rows) {
        onFx(() -> {
            TableView<EventRow> table = lookup(".events").query();
            table.getSelectionModel().clearSelection();
            for (int row : rows) {
                table.getSelectionModel().select(row);
            }
            table.requestFocus();
            return true;
        });
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

    private boolean isShown(String words) {
        return lookup(".label").queryAllAs(Labeled.class).stream().anyMatch(label -> words.equals(label.getText()));
    }
}
