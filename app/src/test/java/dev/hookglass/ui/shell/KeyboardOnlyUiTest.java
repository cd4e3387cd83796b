package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.event.Verdict.Outcome;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** The main way without a mouse: an event arrives, is found, understood, judged anew, replayed and handed on. */
class KeyboardOnlyUiTest extends WithWindow {
    private static final String TASK = "{\"event_name\":\"task_asset_added\",\"data\":{\"task\":{\"id\":\"42\"}}}";
    private static final int MOST_TABS = 80;

    private Node focused() {
        return stage().getScene().getFocusOwner();
    }

    /** Presses Tab until what has the keyboard is what is looked for. */
    private void tabTo(String what, Predicate<Node> wanted) {
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < MOST_TABS; i++) {
            Node now = focused();
            if (now != null && onFx(() -> wanted.test(now))) {
                return;
            }
            passed.append(now == null ? "nothing" : now.getClass().getSimpleName()).append(' ');
            push(KeyCode.TAB);
        }
        throw new AssertionError(what + " is not reached by Tab: " + passed);
    }

    private static Predicate<Node> button(String words) {
        return node -> node instanceof ButtonBase button && words.equals(button.getText());
    }

    private static Predicate<Node> within(String styleClass) {
        return node -> {
            for (Node each = node; each != null; each = each.getParent()) {
                if (each.getStyleClass().contains(styleClass)) {
                    return true;
                }
            }
            return false;
        };
    }

    @Test
    void arriveFindUnderstandFixReplayAndExport() throws Exception {
        setSecret("wrong");
        post("/optimizely/cmp", TASK, "Callback-Secret", "s3cret");
        post("/elsewhere", "hello", "X-Other", "1");
        await(() -> rows().size() == 2);

        push(KeyCode.CONTROL, KeyCode.F);
        write("verdict:inv");
        await(() -> Window.getWindows().stream().anyMatch(Popup.class::isInstance));
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        await(() -> rows().size() == 1 && rows().getFirst().verdict().outcome() == Outcome.INVALID);
        push(KeyCode.ENTER);
        await(() -> focused() instanceof TableView<?> && isShown("task_asset_added"));

        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        push(KeyCode.RIGHT);
        push(KeyCode.RIGHT);
        await(() -> lookup(".signature").tryQuery().isPresent() || isShown("Signature"));

        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        tabTo("Check secrets", button("Check secrets"));
        push(KeyCode.SPACE);
        await(() -> within("secret-text").test(focused()));
        push(KeyCode.CONTROL, KeyCode.A);
        write("s3cret");
        push(KeyCode.ENTER);
        await(() -> workbench.events().find(1).orElseThrow().summary().verdict().outcome() == Outcome.VALID);
        await(() -> lookup(".source-form").tryQuery().isEmpty());

        push(KeyCode.CONTROL, KeyCode.F);
        push(KeyCode.ESCAPE);
        await(() -> rows().size() == 2);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        push(KeyCode.END);
        await(() -> isShown("task_asset_added"));
        try (RecordingServer target = RecordingServer.answering(202)) {
            tabTo("the target", within("target-field"));
            write(target.url("/hooks").toString());
            push(KeyCode.ENTER);
            assertTrue(target.take().utf8().endsWith(TASK));
            await(() -> workbench.events().attempts().ofEvent(1).size() == 1);
        }

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        await(() -> isShown("Copied. Headers that carry secrets say REDACTED."));
        String copied = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("curl ") && copied.contains("REDACTED"), copied);
    }

    @Test
    void columnsAreMovedAndSized() {
        await(() -> lookup(".table-bar").tryQuery().isPresent());
        onFx(() -> {
            lookup(".events").query().requestFocus();
            return true;
        });
        runCommand("Move and size columns");
        await(() -> lookup(".column-arranger").tryQuery().isPresent());
        tabTo("Move right", button("Move right"));
        push(KeyCode.SPACE);
        await(() -> "time".equals(table().getColumns().get(1).getId()));
        double before = onFx(() -> table().getColumns().get(1).getWidth());
        tabTo("Wider", button("Wider"));
        push(KeyCode.SPACE);
        await(() -> table().getColumns().get(1).getWidth() == before + 16);
        push(KeyCode.ESCAPE);
        await(() -> lookup(".column-arranger").tryQuery().isEmpty() && focused() instanceof TableView<?>);
    }

    private TableView<?> table() {
        return lookup(".events").query();
    }

    private void runCommand(String name) {
        push(KeyCode.CONTROL, KeyCode.K);
        await(() -> within("palette").test(focused()));
        write(name);
        push(KeyCode.ENTER);
    }

    @Test
    void whatCannotBeDoneNow_saysWhatItLacks() {
        push(KeyCode.CONTROL, KeyCode.D);
        await(() -> isShown("Select two events first."));
        push(KeyCode.CONTROL, KeyCode.R);
        await(() -> isShown("Select an event first."));
        assertEquals(0, onFx(() -> rows().size()));
    }

    @Test
    void escapeLeavesWhatIsOpen_andKeysDoNotReachBehindIt() {
        push(KeyCode.CONTROL, KeyCode.N);
        await(() -> lookup(".compose").tryQuery().isPresent());
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertTrue(within("compose").test(focused()) || lookup(".compose").tryQuery().isPresent());
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertTrue(lookup(".statistics").tryQuery().isEmpty());
        push(KeyCode.ESCAPE);
        await(() -> lookup(".compose").tryQuery().isEmpty());
    }
}
