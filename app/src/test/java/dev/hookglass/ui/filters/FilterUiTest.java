package dev.hookglass.ui.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.settings.SavedFilter;
import dev.hookglass.settings.SettingsFile;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.FilterMemory;
import dev.hookglass.ui.events.EventsModel;
import dev.hookglass.ui.events.FilterField;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typing a filter, and keeping it. */
class FilterUiTest extends UiTest {
    @TempDir
    private Path folder;
    private Workbench workbench;
    private EventsModel model;
    private FilterField field;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(folder);
        model = onFx(() -> new EventsModel(workbench.events(), workbench.sources(), background));
        FilterMemory memory = onFx(() -> new FilterMemory(workbench.settings(), background,
                problem -> bug.complete(new AssertionError(problem.sentence()))));
        field = onFx(() -> new FilterField(model, workbench.events(), workbench.sources(), background, memory,
                () -> {}));
        show(() -> {
            HBox.setHgrow(field, Priority.ALWAYS);
            VBox side = new VBox(new SavedFilterList(memory, model.filterTextProperty()).root());
            side.getStyleClass().add("side-bar");
            side.setPrefWidth(220);
            return new HBox(side, field);
        });
        clickOn(field);
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    @Test
    void whatIsTyped_isCompleted_byKeysAlone() {
        write("verd");
        await(() -> choices().equals(List.of("verdict:")));
        press(KeyCode.DOWN).release(KeyCode.DOWN);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> choices().contains("invalid"));
        write("inv");
        await(() -> choices().equals(List.of("invalid")));
        press(KeyCode.DOWN).release(KeyCode.DOWN);
        press(KeyCode.TAB).release(KeyCode.TAB);
        await(() -> field.getText().equals("verdict:invalid "));
        write("source:cm");
        await(() -> choices().equals(List.of("CMP")));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> choices().isEmpty());
        assertEquals("verdict:invalid source:cm", onFx(field::getText));
    }

    @Test
    void aWordThatIsWrong_isUnderlined_andToldBelow() {
        write("autumn shade:red x");
        await(() -> model.filterErrorProperty().get() != null && lookup(".filter-error").tryQuery().isPresent());

        Label told = popups().stream().filter(Label.class::isInstance).map(Label.class::cast).findFirst().orElseThrow();
        assertTrue(told.getText().startsWith("There is no field “shade”"), told.getText());
        Node mark = lookup(".filter-mark").query();
        await(() -> mark.isVisible() && mark.getBoundsInParent().getWidth() > 40);
        assertTrue(onFx(() -> mark.getBoundsInParent().getMinX()) > 60);
        Screenshots.save(stage().getScene().getRoot(), "filter-wrong");

        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> field.getText().isEmpty() && !mark.isVisible());
    }

    @Test
    void aFilterIsSaved_named_applied_andRemoved() throws Exception {
        write("type:task_* -verdict:valid");
        clickOn(lookup(".filter-buttons .button").nth(0).<Node>query());
        await(() -> lookup(".saved-filter .text-field").tryQuery().isPresent());
        write("Bad tasks");
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        SavedFilter saved = new SavedFilter("Bad tasks", "type:task_* -verdict:valid");
        await(() -> SettingsFile.load(folder.resolve("settings.json")).get().filters().saved().equals(List.of(saved)));

        onFx(() -> {
            field.setText("something else");
            return true;
        });
        await(() -> lookup(".saved-filter").tryQuery().isPresent() && lookup("Bad tasks").tryQuery().isPresent());
        clickOn("Bad tasks");
        await(() -> field.getText().equals(saved.filter()));
        Screenshots.save(stage().getScene().getRoot(), "filter-saved");

        press(KeyCode.DELETE).release(KeyCode.DELETE);
        await(() -> lookup(".saved-filter").tryQuery().isEmpty());
        assertTrue(SettingsFile.load(folder.resolve("settings.json")).get().filters().saved().isEmpty());
        assertFalse(lookup(".side-hint").query().getStyleClass().isEmpty());
    }

    @Test
    void whatWasLookedForLast_isOfferedInAnEmptyField() {
        write("needle");
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> workbench.settings().get().filters().recent().equals(List.of("needle")));
        onFx(() -> {
            field.clear();
            return true;
        });
        clickOn(field);
        await(() -> choices().contains("needle") && choices().contains("type:"));
        press(KeyCode.DOWN).release(KeyCode.DOWN);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> field.getText().equals("needle"));
    }

    private static List<String> choices() {
        return popups().stream().filter(ListView.class::isInstance)
                .flatMap(node -> ((ListView<?>) node).getItems().stream())
                .map(String::valueOf)
                .toList();
    }

    private static List<Node> popups() {
        return Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .filter(Window::isShowing)
                .flatMap(window -> Stream.of(".list-view", ".filter-error")
                        .flatMap(found -> window.getScene().getRoot().lookupAll(found).stream()))
                .toList();
    }
}
