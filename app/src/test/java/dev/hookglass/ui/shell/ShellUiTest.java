package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Journeys through the real window, on a real data folder, by real HTTP. */
class ShellUiTest extends WithWindow {
    private static final String TASK = "{\"event_name\":\"task_asset_added\",\"data\":{\"task\":{\"id\":\"42\"}}}";

    @BeforeEach
    void expectASecret() throws Problem {
        setSecret("s3cret");
    }

    @Test
    void anEventThatArrivesIsInTheTableWithItsVerdict() throws Exception {
        post("/optimizely/cmp", TASK, "Callback-Secret", "s3cret");
        post("/optimizely/cmp", TASK, "Callback-Secret", "wrong");
        await(() -> rows().size() == 2);

        assertEquals(List.of("invalid", "valid"),
                rows().stream().map(event -> event.verdict().outcome().word()).toList());
        Screenshots.save(stage().getScene().getRoot(), "window");
    }

    @Test
    void selectingAnEventSaysWhyItsVerdictIsWhatItIs() throws Exception {
        post("/optimizely/cmp", TASK, "X-Other", "1");
        await(() -> rows().size() == 1);
        select(0);

        await(() -> isShown("The request has no Callback-Secret header."));
        assertTrue(isShown("task_asset_added"));
    }

    @Test
    void anEventOfTheInboxSaysWhoMaySendIt_andASourceIsAddedForIt() throws Exception {
        post("/hooks/git", "{\"zen\":\"Keep it logically awesome.\"}", "X-GitHub-Event", "ping");
        await(() -> rows().size() == 1);
        select(0);
        await(() -> isShown("This looks like GitHub."));

        clickOn("Add source…");
        await(() -> lookup("Save").tryQuery().isPresent() && lookup("/hooks/git").tryQuery().isPresent());
        clickOn("Save");
        await(() -> workbench.sources().find("GitHub").isPresent());
        assertEquals("/hooks/git", workbench.sources().find("GitHub").orElseThrow().path());
        await(() -> !isShown("This looks like GitHub."));
        assertEquals(Source.INBOX.id(), rows().getFirst().sourceId());
    }

    @Test
    void aSenderThatIsNotListedIsDescribed_andASourceIsAddedForIt() throws Exception {
        clickOn("Add source");
        await(() -> lookup("Not listed? Describe a sender…").tryQuery().isPresent());
        clickOn("Not listed? Describe a sender…");
        await(() -> lookup("Save sender").tryQuery().isPresent());
        onFx(() -> {
            lookup(".sender-form .text-field").queryAllAs(TextInputControl.class).stream()
                    .filter(field -> "Who sends the webhooks?".equals(field.getPromptText()))
                    .forEach(field -> field.setText("Acme"));
            lookup(".sender-form .combo-box").queryAllAs(ComboBox.class).stream()
                    .filter(box -> "X-Acme-Signature".equals(box.getPromptText()))
                    .forEach(box -> box.getEditor().setText("X-Acme-Signature"));
            return true;
        });
        clickOn("Save sender");
        await(() -> lookup("Save").tryQuery().isPresent() && lookup("/acme").tryQuery().isPresent());
        assertTrue(isShown("Described in " + folder.resolve("providers").resolve("acme.yaml")));
        clickOn("Save");
        await(() -> workbench.sources().find("Acme").isPresent());
        assertEquals("acme", workbench.sources().find("Acme").orElseThrow().provider());
    }

    @Test
    void aFilterNarrowsTheTableAndAWrongOneIsTold() throws Exception {
        post("/optimizely/cmp", TASK, "Callback-Secret", "s3cret");
        post("/elsewhere", "hello", "X-Other", "1");
        await(() -> rows().size() == 2);

        typeFilter("source:inbox");
        await(() -> rows().size() == 1);
        assertEquals("/elsewhere", onFx(() -> rows().getFirst().target()));

        typeFilter("verdict:valid s3cret");
        await(() -> rows().size() == 1 && "task_asset_added".equals(rows().getFirst().type()));
    }

    private Button pause() {
        return lookup(".top-bar .button-icon").match(each -> each instanceof Button button
                && (button.getAccessibleText().startsWith("Pause") || button.getAccessibleText().startsWith("Follow")))
                .query();
    }

    @Test
    void whatCameWhilePausedIsThereAfterResuming() throws Exception {
        await(() -> lookup(".empty-state").tryQuery().isPresent());
        clickOn(pause());
        post("/optimizely/cmp", TASK, "Callback-Secret", "s3cret");
        await(() -> lookup(".pill").query().isVisible());
        assertEquals(0, onFx(() -> rows().size()));

        clickOn(pause());
        await(() -> rows().size() == 1 && !lookup(".pill").query().isVisible());
    }

    @Test
    void aReplayReachesTheTargetAndItsAnswerStays() throws Exception {
        post("/optimizely/cmp", TASK, "Callback-Secret", "s3cret");
        await(() -> rows().size() == 1);
        select(0);
        await(() -> isShown("task_asset_added"));
        try (RecordingServer target = RecordingServer.answering(202)) {
            ComboBox<?> field = lookup(".target-field").query();
            onFx(() -> {
                field.getEditor().setText(target.url("/hooks").toString());
                return true;
            });
            press(KeyCode.CONTROL, KeyCode.R).release(KeyCode.R, KeyCode.CONTROL);
            assertTrue(target.take().utf8().endsWith(TASK));
            await(() -> workbench.events().attempts().ofEvent(1).size() == 1);
            await(() -> lookup(".banner").queryAll().stream()
                    .anyMatch(node -> node.getStyleClass().contains("success")));
        }
    }
}
