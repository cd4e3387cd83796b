package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.target.Target;
import dev.hookglass.target.TargetHeader;
import dev.hookglass.ui.Screenshots;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Targets in the side bar, and sending to them from the event that is shown. */
class TargetsUiTest extends WithWindow {
    private boolean shows(String words) {
        return lookup((Node node) -> node instanceof Labeled labeled && labeled.getText() != null
                && labeled.getText().contains(words) && labeled.isVisible()).tryQuery().isPresent();
    }

    private void fire(String words) {
        onFx(() -> {
            lookup((Node node) -> node instanceof ButtonBase button && words.equals(button.getText()))
                    .<ButtonBase>query().fire();
            return true;
        });
    }

    private void type(String prompt, String text) {
        onFx(() -> {
            lookup((Node node) -> node instanceof TextField field && prompt.equals(field.getPromptText()))
                    .<TextField>query().setText(text);
            return true;
        });
    }

    @Test
    void aTargetIsAddedWithASecretHeader_usedByName_andShowsWhatCameOfIt() throws Exception {
        post("/optimizely/cmp", "{\"event_name\":\"task_updated\"}", "X-Own", "1");
        await(() -> rows().size() == 1);
        try (RecordingServer server = new RecordingServer(
                RecordingServer.answer("HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\noops"),
                RecordingServer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))) {
            fire("Add target");
            await(() -> shows("Add a target"));
            type("What you call it", "Dev");
            type("http://localhost:3000/hooks", "localhost");
            fire("Save");
            await(() -> shows("write http://localhost"));
            type("http://localhost:3000/hooks", server.url("/hook").toString());
            fire("Add header");
            type("Name", "Authorization");
            type("Value", "Bearer t0ken");
            fire("Secret");
            Screenshots.save(stage().getScene().getRoot(), "target-form");
            fire("Save");
            await(() -> lookup(".target-row").tryQuery().isPresent());
            Target saved = workbench.targets().find("dev").orElseThrow();
            assertEquals(List.of(new TargetHeader("Authorization", "Bearer t0ken", true)), saved.headers());

            select(0);
            await(() -> lookup(".send-bar .target-field").tryQuery().isPresent());
            onFx(() -> {
                lookup(".send-bar .target-field").<ComboBox<String>>query().getEditor().setText("dev");
                return true;
            });
            fire("Replay");
            assertTrue(server.take().latin1().contains("\r\nAuthorization: Bearer t0ken\r\n"));
            await(() -> lookup(".target-row .last").<Labeled>query().getText().equals("500"));
            fire("Replay");
            await(() -> lookup(".target-row .last").<Labeled>query().getText().equals("200"));
            clickOn("Deliveries 2");
            await(() -> shows("fixed"));
            clickOn("Compared");
            await(() -> shows("Before: 500 No · now: 200 OK · 1 difference"));
            Screenshots.save(stage().getScene().getRoot(), "deliveries-compared");
        }
    }

    @Test
    void allThatMatchTheFilterAreReplayed_whileTheWindowCanBeUsed() throws Exception {
        for (int i = 0; i < 3; i++) {
            post("/optimizely/cmp", "{\"event_name\":\"task_updated\"}", "X-Own", Integer.toString(i));
        }
        post("/other", "{}", "X-Own", "other");
        await(() -> rows().size() == 4);
        typeFilter("source:CMP");
        await(() -> rows().size() == 3);
        try (RecordingServer server = RecordingServer.answering(200)) {
            onFx(() -> {
                lookup(".events").<TableView<?>>query().getContextMenu().getOnShowing()
                        .handle(null);
                lookup(".events").<TableView<?>>query().getContextMenu().getItems().stream()
                        .filter(item -> "Replay all that match the filter…".equals(item.getText()))
                        .findFirst().orElseThrow().fire();
                return true;
            });
            await(() -> shows("Replay 3 events"));
            onFx(() -> {
                lookup(".replay .target-field").<ComboBox<String>>query().getEditor()
                        .setText(server.url("/in").toString());
                return true;
            });
            clickOn(".replay .accent");
            await(() -> shows("3 of 3 sent, 0 without success"));
            for (int i = 0; i < 3; i++) {
                assertFalse(server.take().latin1().contains("X-Own: other"));
            }
            Screenshots.save(stage().getScene().getRoot(), "replay-in-window");
        }
    }
}
