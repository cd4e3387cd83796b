package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.ui.FocusWalk;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every control that takes the keyboard, in every view, has a name for those who cannot see it. */
class AccessibleNamesUiTest extends WithWindow {
    @BeforeEach
    void captureTwo() throws Exception {
        setSecret("s3cret");
        for (int i = 0; i < 2; i++) {
            post("/optimizely/cmp", "{\"event_name\":\"task_asset_added\"}", "Callback-Secret", "wrong");
        }
        await(() -> rows().size() == 2);
        select(0);
        await(() -> isShown("task_asset_added"));
    }

    private void allAreNamed(String where) {
        assertEquals(List.of(), onFx(() -> {
            stage().getScene().getRoot().applyCss();
            return FocusWalk.nameless(stage().getScene().getRoot());
        }), where);
    }

    /** Runs a command of the palette and waits for what it opens. */
    private void command(String name, String opened) {
        push(KeyCode.CONTROL, KeyCode.K);
        await(() -> lookup(".palette").tryQuery().isPresent());
        onFx(() -> {
            lookup(".palette .text-field").queryAs(TextField.class).setText(name);
            assertEquals(name, ((Command) lookup(".palette .list-view").queryAs(ListView.class).getItems().getFirst())
                    .name());
            return true;
        });
        push(KeyCode.ENTER);
        await(() -> lookup(opened).tryQuery().isPresent());
        allAreNamed(name);
    }

    private void press(String label) {
        await(() -> lookup(".button").queryAllAs(Button.class).stream().anyMatch(each -> label.equals(each.getText())));
        onFx(() -> {
            lookup(".button").queryAllAs(Button.class).stream().filter(each -> label.equals(each.getText())).findFirst()
                    .orElseThrow().fire();
            return true;
        });
    }

    @Test
    void inTheWindowItself_inEachTab_andInTheStatistics() {
        TabPane tabs = lookup(".detail .tab-pane").query();
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int chosen = tab;
            onFx(() -> {
                tabs.getSelectionModel().select(chosen);
                return true;
            });
            allAreNamed(Objects.toString(tabs.getTabs().get(tab).getText()));
        }
        select(0, 1);
        await(() -> isShown("2 selected"));
        allAreNamed("several selected");
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        await(() -> lookup(".statistics").tryQuery().isPresent());
        allAreNamed("statistics");
    }

    @Test
    void inWhatOpensAtTheRight() {
        command("Compose an event", ".compose");
        push(KeyCode.ESCAPE);
        command("Check an endpoint", ".check");
        push(KeyCode.ESCAPE);
        select(0, 1);
        push(KeyCode.CONTROL, KeyCode.D);
        await(() -> lookup(".compare").tryQuery().isPresent());
        allAreNamed("compare");
        push(KeyCode.ESCAPE);
        command("Replay all events that match the filter", ".replay");
    }

    @Test
    void inWhatOpensInTheMiddle() {
        command("The keys", ".sheet");
        push(KeyCode.ESCAPE);
        command("Settings", ".settings");
        push(KeyCode.ESCAPE);
        command("Listen on another port, or over HTTPS", ".sheet");
        push(KeyCode.ESCAPE);
        command("Show what was rejected", ".sheet");
        push(KeyCode.ESCAPE);
        command("Add a target", ".sheet");
        push(KeyCode.ESCAPE);
        command("Tag the selected events", ".sheet");
        push(KeyCode.ESCAPE);
    }

    @Test
    void inWhatSourcesAreSetUpWith() {
        command("Add a source", ".source-form");
        press("Not listed? Describe a sender…");
        await(() -> lookup(".sender-form").tryQuery().isPresent());
        allAreNamed("sender form");
        push(KeyCode.ESCAPE);
        press("Check secrets");
        await(() -> lookup(".source-form .secret-row").tryQuery().isPresent());
        allAreNamed("source form");
        press("Set up the sender…");
        await(() -> lookup(".setup").queryAllAs(Labeled.class).isEmpty() || lookup(".setup").tryQuery().isPresent());
        allAreNamed("setup");
    }
}
